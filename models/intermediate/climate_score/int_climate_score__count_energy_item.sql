-- what can be told from the energy items of a report, and what cannot
with items as (
    select
        tax_id,
        year,
        item_no,
        energy_type_code,
        energy_gj,
        heating_value_key
    from {{ ref('int_disclosures__convert_item') }}
    union all by name
    select
        tax_id,
        year,
        item_no,
        refusal
    from {{ ref('int_disclosures__energy_item') }}
    where refusal is not null
)

select
    tax_id,
    year,
    -- null where every item is refused: the report is not silent
    nullif(count(*) filter (where refusal is null), 0) as item_count,
    count(*) filter (where energy_type_code in ('mixed', 'other') and energy_gj > 0)
        as mixed_count,
    count(*) filter (where energy_gj is null) as unusable_count,
    count(*) filter (where heating_value_key <> 'stated') as converted_count,
    count(*) filter (where energy_type_code = 'electricity') as electricity_count,
    count(*) filter (where energy_type_code = 'renewable_electricity') as renewable_count
from items
group by tax_id, year
