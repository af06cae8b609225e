-- one heat for energy and factor: the book's heat x kg per TJ; the printed quantity x kg per unit,
-- which holds the heating value of the factor table, stands beside it
with factored as (
    select
        used.*,
        used.quantity * grid.kgco2e_per_kwh / 1000 as electricity_tco2e,
        used.energy_gj * combustion.tco2e_per_gj as heat_tco2e,
        used.quantity * combustion.tco2e_per_unit as quantity_tco2e,
        case when used.fuel_code = 'electricity' then 'scope2_location' else 'scope1' end
            as emission_scope,
        combustion.vintage as factor_vintage,
        grid.definition_code as factor_definition_code,
        coalesce(grid.factor_key, combustion.emission_factor_key) as emission_factor_key,
        -- the grid factor is published in CO2e: no GWP set of ours enters it
        combustion.gwp_set,
        rule.value as is_from_heat,
        rule.rule_key
    from {{ ref('int_energy_audit__convert_quantity') }} as used
    inner join {{ ref('rule_threshold') }} as rule
        on rule.rule_key = 'energy_audit_2022:emissions_from_heat'
            and used.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
    left join {{ ref('fac_electricity') }} as grid
        on used.fuel_code = 'electricity' and grid.year = used.year
            and grid.definition_code = 'utility_sales' and grid.status = 'actual'
    left join {{ ref('int_factors__combustion') }} as combustion
        on combustion.fuel_code = used.fuel_code and combustion.unit_code = used.unit_code
            and used.year between combustion.valid_from_year
            and coalesce(combustion.valid_to_year, 9999)
    where used.flow_code = 'used'
)

select
    * exclude (electricity_tco2e, heat_tco2e, quantity_tco2e, is_from_heat),
    {{ without_noise('coalesce(
        electricity_tco2e, case is_from_heat when 1 then heat_tco2e else quantity_tco2e end
    )') }} as tco2e,
    {{ without_noise('coalesce(electricity_tco2e, heat_tco2e)') }} as heat_basis_tco2e,
    {{ without_noise('coalesce(electricity_tco2e, quantity_tco2e)') }} as quantity_basis_tco2e
from factored
