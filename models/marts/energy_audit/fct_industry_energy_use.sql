select
    industry_code,
    year,
    fuel_code,
    quantity,
    unit_code,
    energy_gj,
    tco2e,
    emission_scope,
    heat_basis,
    heating_value_key,
    factor_vintage,
    factor_definition_code,
    emission_factor_key,
    gwp_set,
    cell_ref,
    source_release_key
from {{ ref('int_energy_audit__estimate_emissions') }}
