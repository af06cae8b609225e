with mix as (
    select
        sector_code,
        factor_key,
        direct_ktco2 * 1e3 as direct_tco2e,
        (final_energy_twh - electricity_twh) * 3.6e6 as fuel_gj,
        natural_gas_twh * 3.6e6 as gas_gj,
        oil_products_twh * 3.6e6 as oil_gj
    from {{ ref('fac_sector_fuel') }}
    where direct_ktco2 is not null
    qualify year = max(year) over (partition by sector_code)
),

gas as (
    select kg_per_tj / 1e6 as tco2e_per_gj
    from {{ ref('fac_emission_factor') }}
    where fuel_code = 'natural_gas'
        and use_code = 'stationary'
        and gas_code = 'co2'
        and vintage = 'moenv_2024-02-05'
)

select
    mix.sector_code,
    mix.factor_key,
    {{ without_noise('mix.direct_tco2e / mix.fuel_gj', 12) }} as tco2e_per_gj,
    {{ without_noise('gas.tco2e_per_gj', 12) }} as gas_tco2e_per_gj,
    {{ without_noise('(mix.direct_tco2e - mix.gas_gj * gas.tco2e_per_gj) / mix.oil_gj', 12) }}
        as oil_tco2e_per_gj,
    {{ without_noise('mix.gas_gj / mix.fuel_gj', 12) }} as gas_share_ratio
from mix
cross join gas
