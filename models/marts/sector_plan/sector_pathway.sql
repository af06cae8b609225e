-- one row per sector, year, electricity-factor definition and kLOE definition
select
    sector_code,
    year,
    definition_code,
    kloe_code,
    electricity_kwh,
    fuel_gj,
    electricity_factor_kgco2e_per_kwh,
    is_factor_interpolated,
    electricity_tco2e,
    fuel_tco2e,
    with_measures_tco2e,
    reduction_tco2e,
    no_measures_tco2e,
    target_path_tco2e,
    {{ without_noise('gap_tco2e', 3) }} as gap_tco2e,
    closing_factor_kgco2e_per_kwh,
    electricity_factor_key,
    fuel_factor_key,
    source_release_key
from {{ ref('int_sector_plan__pathway') }}
