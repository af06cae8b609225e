select
    industry_code,
    year,
    fuel_code,
    saved_quantity,
    unit_code,
    saved_gj,
    saving_rate_pct_reported,
    saving_rate_pct_recomputed,
    used_quantity,
    heating_value_key,
    cell_ref,
    rate_cell_ref,
    source_release_key
from {{ ref('int_energy_audit__join_saving') }}
