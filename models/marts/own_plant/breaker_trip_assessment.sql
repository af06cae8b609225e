-- one row per test; a sample passes with a valid pass at both points, and fails with any fail
select
    source_kind_code,
    sample_id,
    test_point_pct,
    rated_current_ampere,
    instantaneous_multiple_ratio,
    setting_ampere,
    nominal_current_ampere,
    test_current_ampere,
    duration_second,
    time_limit_second,
    has_tripped,
    verdict_code,
    basis_code,
    flags,
    case
        when bool_or(verdict_code = 'fail') over sample then 'fail'
        when bool_or(verdict_code = 'pass' and test_point_pct = 80) over sample
            and bool_or(verdict_code = 'pass' and test_point_pct = 120) over sample
            then 'pass'
        else 'incomplete'
    end as sample_verdict_code,
    note,
    source_release_key,
    row_number
from {{ ref('int_equipment__assess_breaker_test') }}
window sample as (partition by source_kind_code, sample_id)
