-- all that is wrong with a row by itself, in one sentence: its cells, and its cells beside each
-- other
with across as (
    select
        'activity_data' as dataset_code,
        *
    from {{ ref('int_inventory__refuse_activity') }}
    union all by name
    select
        'quick_estimate' as dataset_code,
        *
    from {{ ref('int_inventory_use__refuse_quick_estimate') }}
    union all by name
    select
        'energy_user' as dataset_code,
        *
    from {{ ref('int_duties__refuse_user') }}
    union all by name
    select
        'saving_year' as dataset_code,
        *
    from {{ ref('int_duties__refuse_year') }}
    union all by name
    select
        'saving_measure' as dataset_code,
        *
    from {{ ref('int_duties__refuse_measure') }}
    union all by name
    select
        'storage_site' as dataset_code,
        *
    from {{ ref('int_equipment__refuse_storage_site') }}
    union all by name
    select
        'cbam_goods' as dataset_code,
        *
    from {{ ref('int_cbam__refuse_goods') }}
    union all by name
    select
        'portfolio_target' as dataset_code,
        *
    from {{ ref('int_own__refuse_target') }}
),

worded as (
    select
        dataset_code,
        source_release_key,
        row_number,
        sort_order,
        problem
    from {{ ref('int_own__cell') }}
    where problem is not null
    union all
    -- a rule without a column is about the row and stands last
    select
        across.dataset_code,
        across.source_release_key,
        across.row_number,
        coalesce(cell.sort_order, 1000),
        coalesce(cell.holds_text || '; expected ', '')
        || coalesce(across.expected_en, cell.expected_en)
    from across
    left join {{ ref('int_own__cell') }} as cell
        on cell.dataset_code = across.dataset_code
            and cell.source_release_key = across.source_release_key
            and cell.row_number = across.row_number
            and cell.column_code = across.column_code
)

select
    dataset_code,
    source_release_key,
    row_number,
    string_agg(problem, '; ' order by sort_order, problem) as problem
from worded
group by dataset_code, source_release_key, row_number
