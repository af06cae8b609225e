select
    industry_code,
    year,
    reported_total_10k_kloe,
    reported_total_gj,
    rebuilt_total_gj,
    rebuild_gap_ratio,
    is_rebuildable,
    user_count,
    heating_value_key,
    rule_key,
    cell_ref,
    user_count_cell_ref,
    source_release_key
from {{ ref('int_energy_audit__rebuild_total') }}
