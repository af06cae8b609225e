-- one row per edition and target year of the national reduction targets
select
    target_key,
    edition,
    target_year,
    base_year,
    reduction_low_pct,
    reduction_pct,
    reduction_high_pct,
    is_superseded,
    base_tco2e,
    target_tco2e,
    target_lower_tco2e,
    target_upper_tco2e,
    source,
    confidence,
    note,
    source_release_key,
    row_number
from {{ ref('int_national__target') }}
