-- one row per company: energy intensity of 2022 and 2024 and its change, in both conventions
select
    tax_id,
    first_intensity as intensity_2022,
    last_intensity as intensity_2024,
    total_change_ratio,
    annual_improvement_ratio,
    annual_improvement_if_corrected_ratio,
    is_suspect,
    suspect_reason,
    missing_input,
    nullif(page, '') as page,
    source_release_key
from {{ ref('int_climate_score__efficiency') }}
where report_year = 2024
