-- what the fuels of 2024 emitted over what they held must look like gas and LPG: homes burn nothing
-- else, so the factor left for oil is LPG's
select
    'fac_sector_fuel.csv: oil products of homes emit '
    || fuel.oil_tco2e_per_gj * 1e6
    || ' kg/TJ, LPG '
    || lpg.kg_per_tj as problem
from {{ ref('int_sector_plan__fuel_factor') }} as fuel
inner join {{ ref('fac_emission_factor') }} as lpg
    on lpg.fuel_code = 'lpg'
        and lpg.use_code = 'stationary'
        and lpg.gas_code = 'co2'
        and lpg.vintage = 'moenv_2024-02-05'
where fuel.sector_code = 'residential'
    and abs(fuel.oil_tco2e_per_gj * 1e6 / lpg.kg_per_tj - 1) > 0.002
union all
-- electricity, gas and oil products are all there is
select
    'fac_sector_fuel.csv: '
    || factor_key
    || ': carriers add up to '
    || electricity_twh
    + natural_gas_twh
    + oil_products_twh
    || ' TWh, not '
    || final_energy_twh
from {{ ref('fac_sector_fuel') }}
where abs(electricity_twh + natural_gas_twh + oil_products_twh - final_energy_twh) > 0.001
union all
-- the lines of the commercial model share the fuels as the sector did
select
    'rule_commercial_activity.csv: natural_gas has '
    || rule.share_2026_ratio
    || ' of the fuels, fac_sector_fuel '
    || fuel.gas_share_ratio
from {{ ref('rule_commercial_activity') }} as rule
inner join {{ ref('int_sector_plan__fuel_factor') }} as fuel on fuel.sector_code = 'commercial'
where rule.line_code = 'natural_gas' and abs(rule.share_2026_ratio - fuel.gas_share_ratio) > 0.0005
