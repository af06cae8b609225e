-- demand with measures of tables 3 and 4: kWh or kLOE, and GJ under both definitions of the kLOE, side by side
with kloe as (
    select
        max(gj_per_unit) filter (where vintage = 'energy_audit_2022') as yearbook_gj,
        max(gj_per_unit) filter (where vintage = 'energy_administration_2025') as indicator_gj
    from {{ ref('int_factors__heating_value') }}
    where fuel_code = 'oil_equivalent'
),

kwh as (
    select gj_per_unit from {{ ref('int_factors__heating_value') }}
    where fuel_code = 'electricity' and vintage = 'si'
)

select
    cell.sector_code,
    cell.item_code as carrier_code,
    cell.first_year as year,
    {{ without_noise("cell.value * case cell.item_code when 'electricity' then 1e8 else 1e3 end", 3) }}
        as quantity,
    cell.half_unit * case cell.item_code when 'electricity' then 1e8 else 1e3 end as half_unit,
    case cell.item_code when 'electricity' then 'kwh' else 'kloe' end as unit_code,
    {{ without_noise("quantity * case cell.item_code when 'electricity' then kwh.gj_per_unit else kloe.yearbook_gj end", 3) }}
        as yearbook_kloe_gj,
    {{ without_noise("quantity * case cell.item_code when 'electricity' then kwh.gj_per_unit else kloe.indicator_gj end", 3) }}
        as indicator_kloe_gj,
    cell.printed_text,
    cell.unit_text,
    cell.cell_ref,
    cell.source_release_key
from {{ ref('stg_sector_plan__cell') }} as cell
cross join kloe
cross join kwh
where cell.measure_code = 'demand'
