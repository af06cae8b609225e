select
    year,
    net_tco2e,
    total_tco2e,
    path_from_base_tco2e,
    path_from_newest_tco2e,
    gap_tco2e,
    target_tco2e,
    target_lower_tco2e,
    target_upper_tco2e,
    edition,
    reduction_since_2005_pct,
    source_release_key
from {{ ref('int_national__track_target') }}
