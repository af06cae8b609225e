-- one row per measure and calendar year: what counts, or why nothing does
select
    source_kind_code,
    organisation_id,
    measure_id,
    year,
    measure_name,
    kind,
    start_date,
    first_month as first_counted_day,
    cast(months_count as integer) as months_count,
    saved_kcal,
    conversion_pct,
    equivalent_kwh,
    is_counted,
    counted_kwh,
    not_counted_reason,
    rule_key,
    source_release_key,
    row_number
from {{ ref('int_duties__credit_measure') }}
