-- a sample meets the rule with a valid test at both points that does, and fails it with any that
-- does not
select
    source_kind_code,
    sample_id,
    test_point_pct,
    rated_current_ampere,
    instantaneous_multiple_ratio,
    setting_ampere,
    setting_basis,
    nominal_current_ampere,
    test_current_ampere,
    duration_second,
    time_limit_second,
    frequency_hz,
    has_tripped,
    verdict_code,
    basis_code,
    flags,
    case
        when bool_or(verdict_code = 'not_met') over sample then 'not_met'
        when bool_or(verdict_code = 'met' and test_point_pct = 80) over sample
            and bool_or(verdict_code = 'met' and test_point_pct = 120) over sample
            then 'met'
        else 'insufficient_data'
    end as sample_verdict_code,
    note,
    source_release_key,
    row_number
from {{ ref('int_equipment__assess_breaker_test') }}
window sample as (partition by source_kind_code, sample_id)
