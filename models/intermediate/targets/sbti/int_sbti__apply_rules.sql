{%- set begin = "date '0001-01-01'" %}
with measure as (
    select * from {{ ref('int_sbti__measure_boundary') }}
    union all by name
    select * from {{ ref('int_sbti__measure_time') }}
    union all by name
    select * from {{ ref('int_sbti__measure_standing') }}
    union all by name
    select * from {{ ref('int_sbti__measure_ambition') }}
),

dated as (
    select
        measure.* exclude (reading, actual_value),  -- noqa: RF02
        measure.reading as measured_reading,
        measure.actual_value as measured_value,
        company.assessed_date,
        coalesce(target.submission_date, company.submission_date) as submission_date,
        coalesce(target.submission_date, company.submission_date, {{ begin }}) as from_date,
        coalesce(target.submitted_by_date, company.submitted_by_date) as to_date
    from measure
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = measure.company_key
    left join {{ ref('int_sbti__target') }} as target
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
        rule.start_year,
        rule.end_year,
        rule.tolerance_value,
        coalesce(rule.valid_from, {{ begin }}) as valid_from,
        dated.to_date >= coalesce(rule.valid_from, {{ begin }})
        and dated.from_date <= rule.valid_to as is_candidate,
        dated.assessed_date between coalesce(rule.valid_from, {{ begin }}) and rule.valid_to
            as is_today,
        dated.measured_value
        + case when dated.is_first_half then coalesce(rule.first_half_shift_year, 0) else 0 end
            as actual_value,
        -- least() skips nulls, so a missing base year must stay missing
        dated.target_year - case
            when dated.base_year is not null then least(dated.base_year, rule.start_year)
        end as rate_years
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
            when 'path' then rule_value + (maximum_value - rule_value) * (case
                when target_year <= start_year then 0
                when target_year >= end_year then 1
                else (target_year - start_year) / (end_year - start_year)
            end)
            else rule_value
        end", 9) }} as required_value
    from ruled
),

compared as (
    select
        *,
        case comparison_code
            when 'at_most'
                then {{ without_noise('actual_value - tolerance_value') }} <= required_value
            when 'below' then actual_value < required_value
            when 'between' then actual_value between required_value and maximum_value
            when 'equal' then actual_value = required_value
            when 'share' then actual_value < required_value
            when 'path'
                then case
                        when target_year > end_year then false
                        when target_year < start_year and actual_value < required_value then null
                        else actual_value >= required_value
                    end
            when 'no_limit' then true
            when 'none' then null
            else {{ without_noise('actual_value + tolerance_value') }}
                >= {{ without_noise('required_value') }}
        end as is_met,
        coalesce(len(missing_inputs), 0) > 0 as is_open
    from required
)

select
    * exclude (
        measured_reading, measured_value, from_date, to_date, is_first_half, base_value, base_year,
        target_year, rule_value, start_year, end_year, tolerance_value, rate_years, is_met, is_open,
        missing_inputs, forced_result, assessed_date
    ),
    case
        when forced_result is null and not is_open and is_met is null then ['figure_on_the_path']
        else missing_inputs
    end as missing_inputs,
    coalesce(
        forced_result,
        case
            when is_open or is_met is null then 'insufficient_data'
            when is_met then 'met'
            else 'not_met'
        end
    ) as result
from compared
