select
    industry_code,
    year,
    end_use_code,
    share_pct,
    electricity_kwh,
    cell_ref,
    electricity_cell_ref,
    source_release_key
from {{ ref('int_energy_audit__split_electricity') }}
