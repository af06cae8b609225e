select
    tax_id,
    report_year,
    first_year,
    first_intensity as first_intensity_gj_per_twd1m,
    last_year,
    last_intensity as last_intensity_gj_per_twd1m,
    total_change_ratio,
    annual_improvement_ratio,
    annual_improvement_if_corrected_ratio,
    is_suspect,
    suspect_reason,
    missing_input,
    page,
    source_release_key
from {{ ref('int_climate_score__efficiency') }}
