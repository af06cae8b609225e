-- all that is wrong with a row by itself, in one sentence: its cells, and its cells beside each
-- other
{%- set across_cells = {
    'activity_data': 'int_inventory__refuse_activity',
    'quick_estimate': 'int_inventory_use__refuse_quick_estimate',
    'energy_user': 'int_duties__refuse_user',
    'saving_year': 'int_duties__refuse_year',
    'saving_measure': 'int_duties__refuse_measure',
    'storage_site': 'int_equipment__refuse_storage_site',
    'breaker_test': 'int_equipment__refuse_breaker_test',
    'cbam_goods': 'int_cbam__refuse_goods',
    'portfolio_target': 'int_own__refuse_target',
} %}

with across as (
    {%- for dataset, model in across_cells.items() %}
        select
            '{{ dataset }}' as dataset_code,
            *
        from {{ ref(model) }}
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
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
