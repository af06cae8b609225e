-- whether a test is evidence, and of what. Exactly the time limit counts as within it for a trip,
-- and as held where nothing tripped.
with measured as (
    select
        test.*,
        rule.must_trip,
        rule.time_limit_second,
        rule.pass_tolerance_pct,
        rule.fail_tolerance_pct,
        {{ without_noise('test.setting_ampere * test.test_point_pct / 100') }}
            as nominal_current_ampere,
        test.test_current_ampere > instrument.most_ampere
        or coalesce(
            test.frequency_hz not between instrument.least_hz and instrument.most_hz, false
        ) as is_outside_instrument
    from {{ ref('int_equipment__read_breaker_test') }} as test
    cross join (
        select
            max(value) filter (where rule_key = 'breaker:test_set_ampere') as most_ampere,
            max(value) filter (where rule_key = 'breaker:test_set_min_hz') as least_hz,
            max(value) filter (where rule_key = 'breaker:test_set_max_hz') as most_hz
        from {{ ref('rule_threshold') }}
    ) as instrument
    inner join {{ ref('rule_breaker_test') }} as rule on rule.test_point_pct = test.test_point_pct
),

compared as (
    select
        *,
        has_tripped and duration_second <= time_limit_second as tripped_in_time,
        not has_tripped and duration_second < time_limit_second as ended_early,
        -- the lowest and highest current that each verdict may rest on
        {{ without_noise('nominal_current_ampere * (1 - pass_tolerance_pct / 100)') }} as pass_low,
        {{ without_noise('nominal_current_ampere * (1 + pass_tolerance_pct / 100)') }} as pass_high,
        {{ without_noise('nominal_current_ampere * (1 - fail_tolerance_pct / 100)') }} as fail_low,
        {{ without_noise('nominal_current_ampere * (1 + fail_tolerance_pct / 100)') }} as fail_high
    from measured
),

judged as (
    select
        *,
        case
            when ended_early then 'ended_before_time_limit'
            when
                not must_trip and tripped_in_time and test_current_ampere <= fail_high
                then 'tripped_within_time_limit'
            when not must_trip and tripped_in_time then 'tripped_above_nominal'
            when not must_trip and test_current_ampere >= pass_low then 'held_for_time_limit'
            when not must_trip then 'current_below_nominal'
            when
                tripped_in_time and test_current_ampere <= pass_high
                then 'tripped_within_time_limit'
            when tripped_in_time then 'current_above_nominal'
            when test_current_ampere >= fail_low then 'no_trip_within_time_limit'
            else 'current_below_nominal'
        end as basis_code
    from compared
)

select
    source_kind_code,
    source_release_key,
    row_number,
    sample_id,
    rated_current_ampere,
    instantaneous_multiple_ratio,
    setting_ampere,
    setting_basis,
    test_point_pct,
    nominal_current_ampere,
    test_current_ampere,
    duration_second,
    time_limit_second,
    frequency_hz,
    has_tripped,
    basis_code,
    case
        when
            basis_code in (
                'ended_before_time_limit',
                'tripped_above_nominal',
                'current_above_nominal',
                'current_below_nominal'
            )
            then 'invalid_test'
        when must_trip = (basis_code = 'tripped_within_time_limit') then 'met'
        else 'not_met'
    end as verdict_code,
    {{ distinct_words("concat_ws(' ',
        case when test_current_ampere < nominal_current_ampere then 'below_nominal' end,
        case when test_current_ampere > nominal_current_ampere then 'above_nominal' end,
        case when is_outside_instrument then 'outside_test_set' end,
        case
            when not must_trip and has_tripped and not tripped_in_time
                then 'tripped_after_time_limit'
        end,
        case when must_trip and tripped_in_time and test_current_ampere <= setting_ampere * 80 / 100
            or not must_trip and not tripped_in_time
                and not ended_early and test_current_ampere >= setting_ampere * 120 / 100
            then 'contradicts_other_test_point' end)") }} as flags,
    note
from judged
