-- which kinds of energy a report states: by an item, or as zero; coal has a field of its own too
with kinds as (
    select
        input.tax_id,
        input.report_year,
        unnest(string_split(reading.requires, ' ')) as energy_type_code
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join {{ ref('rule_indicator_reading') }} as reading
        on reading.indicator_no = 9
            and reading.requires is not null
            and input.report_year between reading.valid_from_year
            and coalesce(reading.valid_to_year, 9999)
),

items as (
    select
        tax_id,
        year,
        energy_type_code,
        count(*) as item_count
    from {{ ref('int_disclosures__convert_item') }}
    group by tax_id, year, energy_type_code
),

coal as (
    select
        tax_id,
        report_year,
        'coal' as energy_type_code,
        value_state = 'no' or coalesce(value_number = 0, false) as is_none
    from {{ ref('int_disclosures__field') }}
    where field_code = 'coal_use'
)

select
    kinds.tax_id,
    kinds.report_year,
    kinds.energy_type_code,
    cast(coalesce(items.item_count, 0) as integer) as item_count,
    items.item_count is not null or coalesce(coal.is_none, false) as is_stated
from kinds
left join items
    on items.tax_id = kinds.tax_id
        and items.year = kinds.report_year
        and items.energy_type_code = kinds.energy_type_code
left join coal
    on coal.tax_id = kinds.tax_id
        and coal.report_year = kinds.report_year
        and coal.energy_type_code = kinds.energy_type_code
