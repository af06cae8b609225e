select
    tax_id,
    year,
    actual_tco2e,
    target_path_tco2e,
    trend_tco2e,
    national_path_tco2e,
    target_path_tco2e - national_path_tco2e as gap_target_tco2e,
    trend_tco2e - national_path_tco2e as gap_trend_tco2e,
    boundary,
    target_report_year,
    trend_crosses_series_break,
    source_release_key
from {{ ref('int_climate_score__pathway') }}
