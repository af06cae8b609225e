select
    tax_id,
    end_year,
    first_year,
    target_budget_tco2e,
    trend_budget_tco2e,
    national_budget_tco2e,
    target_overshoot_ratio,
    trend_overshoot_ratio,
    source_release_key
from {{ ref('int_pathways__budget') }}
