{#- outcomes in which another row says the same, or will say it -#}
{%- set replaced -%}
    'superseded_vintage', 'superseded_list', 'other_source_preferred', 'repeated_in_release',
    'after_as_of'
{%- endset %}
with records as (
    select
        dataset,
        source_release_key,
        count(distinct row_number) as staged_count,
        count(distinct row_number) filter (where outcome_code = 'quarantined') as refused_count,
        count(*) filter (where outcome_code is distinct from 'quarantined') as record_count,
        count(*) filter (where outcome_code = 'used') as used_count,
        count(*) filter (where outcome_code in ({{ replaced }})) as superseded_count,
        count(*) filter (where outcome_code not in ('used', 'quarantined', {{ replaced }}))
            as excluded_count
    from {{ ref('int_quality__account_record') }}
    group by dataset, source_release_key
)

select
    file.dataset,
    file.source_release_key,
    file.landed_count,
    file.quarantined_count,
    coalesce(records.staged_count, 0) as staged_count,
    coalesce(records.refused_count, 0) as refused_count,
    coalesce(records.record_count, 0) as record_count,
    coalesce(records.used_count, 0) as used_count,
    coalesce(records.superseded_count, 0) as superseded_count,
    coalesce(records.excluded_count, 0) as excluded_count
from {{ ref('stg_landing__file') }} as file
left join records
    on records.dataset = file.dataset and records.source_release_key = file.source_release_key
