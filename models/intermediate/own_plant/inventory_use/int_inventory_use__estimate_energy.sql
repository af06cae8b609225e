-- energy and emissions of a quick estimate by carrier; book_gj is the heat as the yearbook counts
-- it
with used as (
    unpivot (
        select
            source_kind_code,
            source_release_key,
            row_number,
            year,
            industry_code,
            electricity_kwh as electricity,
            steam_coal_t as steam_coal,
            fuel_oil_kl as fuel_oil,
            diesel_kl as diesel,
            natural_gas_m3 as natural_gas,
            lpg_t as lpg
        from {{ ref('int_inventory_use__read_quick_estimate') }}
    ) on electricity, steam_coal, fuel_oil, diesel, natural_gas, lpg
    into name fuel_code value quantity
)

select
    used.source_kind_code,
    used.source_release_key,
    used.row_number,
    used.year,
    used.industry_code,
    used.fuel_code,
    used.quantity,
    factor.unit_code,
    {{ without_noise('used.quantity * factor.gj_per_unit') }} as energy_gj,
    {{ without_noise('used.quantity * factor.book_gj_per_unit') }} as book_gj,
    {{ without_noise('used.quantity * factor.tco2e_per_unit') }} as tco2e,
    case when used.fuel_code = 'electricity' then 'scope2' else 'scope1' end as scope_code,
    -- carriers that the yearbook prints by industry
    used.fuel_code <> 'diesel' as is_in_yearbook,
    factor.factor_vintage,
    factor.emission_factor_key,
    factor.heating_value_key,
    factor.gwp_set,
    factor.is_earlier_factor,
    factor.is_earlier_heating_value
from used
inner join
    {{ ref('int_inventory_use__choose_factor') }} as factor
    on factor.year = used.year and factor.fuel_code = used.fuel_code
where used.quantity > 0
