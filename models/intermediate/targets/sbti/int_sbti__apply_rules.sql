-- every measure against every version of its criterion that may have been in force: on the day of submission where that is known, else any up to
-- the last day on which it can have been submitted; and the version of the day of assessment. A missing input never fails.
with measure as (
    select
        company_key,
        target_id,
        criterion_code,
        reading as measured_reading,
        actual_value as measured_value,
        base_value,
        null as base_year,
        null as target_year,
        missing,
        forced_result,
        detail,
        flags,
        false as is_first_half
    from {{ ref('int_sbti__measure_boundary') }}
    union all
    select
        company_key,
        target_id,
        criterion_code,
        null,
        actual_value,
        base_value,
        null,
        null,
        missing,
        forced_result,
        detail,
        null,
        is_first_half
    from {{ ref('int_sbti__measure_time') }}
    union all
    select
        company_key,
        target_id,
        criterion_code,
        reading,
        actual_value,
        null,
        base_year,
        target_year,
        missing,
        forced_result,
        detail,
        flags,
        false
    from {{ ref('int_sbti__measure_ambition') }}
),

dated as (
    select
        measure.*,
        coalesce(target.submission_date, company.submission_date) as submission_date,
        coalesce(target.submission_date, company.submission_date, date '0001-01-01') as from_date,
        coalesce(target.submitted_by_date, company.submitted_by_date) as to_date,
        company.assessed_date
    from measure
    inner join
        {{ ref('int_sbti__company') }} as company
        on company.company_key = measure.company_key
    left join
        {{ ref('int_sbti__target') }} as target
        on target.company_key = measure.company_key and target.target_id = measure.target_id
),

ruled as (
    select
        dated.*,
        rule.reading,
        rule.criteria_version,
        rule.role_code,
        rule.unit_code,
        rule.comparison_code,
        rule.required_value as rule_value,
        rule.maximum_value,
        rule.end_year,
        rule.tolerance_value,
        coalesce(rule.valid_from, date '0001-01-01') as valid_from,
        coalesce(rule.valid_from, date '0001-01-01') <= dated.to_date
        and coalesce(rule.valid_to, date '9999-12-31') >= dated.from_date as is_candidate,
        dated.assessed_date between coalesce(rule.valid_from, date '0001-01-01') and coalesce(
            rule.valid_to, date '9999-12-31'
        ) as is_today,
        dated.measured_value
        + case when dated.is_first_half then coalesce(rule.first_half_shift_year, 0) else 0 end
            as actual_value,
        -- greatest() and least() skip nulls, so a missing base year must stay missing
        dated.target_year - case
            when dated.base_year is null then null when
                rule.start_year is null
                then dated.base_year
            else least(dated.base_year, rule.start_year)
        end as rate_years,
        rule.start_year
    from dated
    inner join {{ ref('rule_sbti_criterion') }} as rule
        on rule.criterion_code = dated.criterion_code
            and (dated.measured_reading is null or rule.reading = dated.measured_reading)
),

required as (
    select
        *,
        {{ without_noise("case comparison_code
            when 'linear' then rule_value * rate_years
            when 'compound' then 100 * (1 - pow(1 - rule_value / 100, rate_years))
            when 'share' then rule_value * base_value
            when 'equal' then base_value
            when 'path' then rule_value + (maximum_value - rule_value)
                * (case when target_year <= start_year then 0 when target_year >= end_year then 1
                    else (target_year - start_year) / (end_year - start_year) end)
            else rule_value
        end", 9) }} as required_value
    from ruled
),

compared as (
    select
        *,
        case comparison_code
            when
                'at_most'
                then {{ without_noise('actual_value - tolerance_value') }} <= required_value
            when 'below' then actual_value < required_value
            when 'between' then actual_value between required_value and maximum_value
            when 'equal' then actual_value = required_value
            when 'share' then actual_value < required_value
            -- all of it is due by the last year; a smaller share before the first year says nothing
            when 'path'
                then case
                        when target_year > end_year then false when
                            target_year < start_year and actual_value < required_value
                            then null
                        else actual_value >= required_value
                    end
            when 'no_limit' then true
            when 'none' then null
            else {{ without_noise('actual_value + tolerance_value') }}
                >= {{ without_noise('required_value') }}
        end as is_met
    from required
)

select
    * exclude (missing, measured_reading, measured_value),
    case
        when
            forced_result is null and missing is null and is_met is null
            then 'figure_on_the_path'
        else missing
    end as missing,
    coalesce(
        forced_result,
        case
            when missing is not null or is_met is null then 'not_assessable' when
                is_met
                then 'pass'
            else 'fail'
        end
    ) as result
from compared
