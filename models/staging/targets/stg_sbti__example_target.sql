select
    example_no,
    target_id,
    kind_code,
    scope_code,
    method_code,
    metric_code,
    base_year,
    target_year,
    reduction_pct,
    coverage_pct,
    submission_date,
    covers_category_11,
    category_11_coverage_pct,
    offset_code,
    offset_pct,
    source_release_key,
    cast(rowid + 1 as integer) as row_number
from {{ ref('example_sbti_target') }}
