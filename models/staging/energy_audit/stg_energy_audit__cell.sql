{{ config(materialized='table') }}

{%- set kinds = [
    'national_economy', 'national_efficiency', 'fuel_use', 'power_flow', 'saving', 'saving_rate',
    'audit_total',
] %}

with printed (table_ref, row_label, year, column_code, printed_text, industry_code) as (
    {%- for kind in kinds %}
        {%- set has_industry = kind not in ('national_economy', 'national_efficiency') %}
        select
            table_ref,
            row_label,
            year,
            column_code,
            printed_text,
            {{ 'industry_code' if has_industry else "'national'" }}
        from (
            unpivot {{ ref('energy_audit_2022_' ~ kind) }}
            on columns(
                * exclude (table_ref, row_label, year {{- ', industry_code' if has_industry }})
            )
            into name column_code value printed_text
        )
        {{ 'union all' if not loop.last }}
    {%- endfor %}
)

select
    printed.table_ref || '|' || printed.row_label || '|' || columns.label_zh as cell_ref,
    printed.table_ref,
    tables.layout_code,
    printed.row_label,
    printed.industry_code,
    printed.year,
    printed.column_code,
    columns.label_zh as column_label_zh,
    printed.printed_text,
    {{ printed_number('printed.printed_text') }} as value,
    -- a count is exact; a row without a year is a mean of years, which is rounded
    case
        when units.quantity_kind = 'count' and printed.year is not null then 0
        else {{ half_unit('printed.printed_text') }}
    end as half_unit,
    columns.unit_code,
    cast(tables.section_starts_on_page as varchar) as page,
    'energy_audit_2022' as source_release_key
from printed
inner join {{ ref('energy_audit_2022_table') }} as tables on tables.table_ref = printed.table_ref
inner join {{ ref('energy_audit_2022_column') }} as columns
    on columns.layout_code = tables.layout_code and columns.column_code = printed.column_code
inner join {{ ref('ref_unit') }} as units on units.unit_code = columns.unit_code
