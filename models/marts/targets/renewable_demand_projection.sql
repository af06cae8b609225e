select
    tax_id,
    year,
    option_code,
    industry_code,
    electricity_kwh,
    renewable_share_pct,
    renewable_kwh,
    solar_equivalent_mw,
    grid_factor_kgco2e_per_kwh,
    grid_factor_key,
    {{ flags_text('flags') }} as flags,
    source_release_key
from {{ ref('int_pathways__renewable_demand') }}
