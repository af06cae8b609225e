select
    used.*,
    {{ without_noise('used.quantity
        * coalesce(grid.kgco2e_per_kwh / 1000, combustion.tco2e_per_unit)') }}
        as tco2e,
    case when used.fuel_code = 'electricity' then 'scope2_location' else 'scope1' end
        as emission_scope,
    combustion.vintage as factor_vintage,
    grid.definition_code as factor_definition_code,
    coalesce(grid.factor_key, combustion.emission_factor_key) as emission_factor_key,
    -- the grid factor is published in CO2e: no GWP set of ours enters it
    combustion.gwp_set
from {{ ref('int_energy_audit__convert_quantity') }} as used
left join {{ ref('fac_electricity') }} as grid
    on used.fuel_code = 'electricity' and grid.year = used.year
        and grid.definition_code = 'utility_sales' and grid.status = 'actual'
left join {{ ref('int_factors__combustion') }} as combustion
    on combustion.fuel_code = used.fuel_code and combustion.unit_code = used.unit_code
        and used.year between combustion.valid_from_year
        and coalesce(combustion.valid_to_year, 9999)
where used.flow_code = 'used'
