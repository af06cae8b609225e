-- one row per row that is not used, and why; what is wrong with the row itself goes before what is
-- wrong with it beside others
with refused as (
    select
        1 as priority,
        dataset_code,
        source_release_key,
        row_number,
        problem
    from {{ ref('int_own__problem') }}
    union all
    select
        2,
        'breaker_test',
        source_release_key,
        row_number,
        problem
    from {{ ref('int_equipment__refuse_conflict') }}
    union all
    select
        3,
        dataset_code,
        source_release_key,
        row_number,
        problem
    from {{ ref('int_own__refuse_repeat') }}
    union all
    select
        4,
        'activity_data',
        source_release_key,
        row_number,
        problem
    from {{ ref('int_inventory__refuse_overlap') }}
)

select
    refused.dataset_code,
    own.source_kind_code,
    refused.source_release_key,
    refused.row_number,
    own.file_name,
    own.file_name || ', row ' || refused.row_number
    || coalesce(
        ' (' || dataset.name_column || ' '
        || left(own.raw_row ->> dataset.name_column, 100) || ')', ''
    ) as place_text,
    own.raw_row,
    arg_min(refused.problem, refused.priority) as refusal
from refused
inner join {{ ref('stg_own_plant__row') }} as own
    on own.dataset_code = refused.dataset_code
        and own.source_release_key = refused.source_release_key
        and own.row_number = refused.row_number
inner join {{ ref('ref_own_dataset') }} as dataset
    on dataset.dataset_code = refused.dataset_code
group by all
