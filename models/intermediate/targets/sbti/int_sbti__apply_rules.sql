{%- set begin = "date '0001-01-01'" %}
with ruled as (
    select
        measure.* exclude (reading, actual_value, role_code),  -- noqa: RF02
        rule.reading,
        rule.criteria_version,
        rule.unit_code,
        rule.comparison_code,
        rule.required_value as rule_value,
        rule.maximum_value as rule_maximum,
        rule.start_year,
        rule.end_year,
        rule.tolerance_value,
        coalesce(measure.role_code, rule.role_code) as role_code,
        coalesce(rule.valid_from, {{ begin }}) as valid_from,
        measure.to_date >= coalesce(rule.valid_from, {{ begin }})
        and measure.from_date <= rule.valid_to as is_candidate,
        measure.assessed_date between coalesce(rule.valid_from, {{ begin }}) and rule.valid_to
            as is_today,
        measure.actual_value
        + case when measure.is_first_half then coalesce(rule.first_half_shift_year, 0) else 0 end
            as actual_value,
        measure.target_year - measure.base_year as own_years,
        -- least() skips nulls, so a missing base year must stay missing
        measure.target_year - case
            when measure.base_year is not null then least(measure.base_year, rule.start_year)
        end as anchored_years
    from {{ ref('int_sbti__measure') }} as measure
    inner join {{ ref('rule_sbti_criterion') }} as rule
        on rule.criterion_code = measure.criterion_code
            and (measure.reading is null or rule.reading = measure.reading)
),

required as (
    select
        *,
        {{ without_noise("case
            when comparison_code = 'linear' then rule_value * anchored_years
            when comparison_code = 'linear_open' then rule_value * own_years
            when comparison_code = 'compound'
                then 100 * (1 - pow(1 - rule_value / 100, anchored_years))
            when comparison_code = 'compound_open'
                then 100 * (1 - pow(1 - rule_value / 100, own_years))
            when starts_with(comparison_code, 'share') then rule_value * base_value
            when comparison_code = 'equal' then base_value
            when comparison_code = 'path' then rule_value + (rule_maximum - rule_value) * (case
                when target_year <= start_year then 0
                when target_year >= end_year then 1
                else (target_year - start_year) / (end_year - start_year)
            end)
            else rule_value
        end", 9) }} as required_value,
        {{ without_noise("case comparison_code
            when 'linear_open' then rule_value * anchored_years
            when 'compound_open' then 100 * (1 - pow(1 - rule_value / 100, anchored_years))
            else rule_maximum
        end", 9) }} as maximum_value,
        {{ without_noise('actual_value + tolerance_value') }} as reached_value
    from ruled
),

-- null where the figures are there and the answer is not
compared as (
    select
        *,
        case
            when comparison_code = 'at_most'
                then {{ without_noise('actual_value - tolerance_value') }} <= required_value
            when comparison_code in ('below', 'share') then actual_value < required_value
            when comparison_code = 'share_above' then actual_value <= required_value
            when comparison_code = 'between'
                then actual_value between required_value and maximum_value
            when comparison_code = 'equal' then actual_value = required_value
            when comparison_code = 'path' and target_year > end_year then false
            when comparison_code = 'path' and target_year < start_year
                and actual_value < required_value
                then null
            when comparison_code = 'no_limit' then true
            when comparison_code = 'none' then null
            when ends_with(comparison_code, '_open') and reached_value < maximum_value
                then case when reached_value < required_value then false end
            when reached_value >= {{ without_noise('required_value') }} then true
            when {{ without_noise('possible_value + tolerance_value') }} >= required_value then null
            else reached_value >= required_value
        end as is_met,
        case
            when comparison_code = 'path' then 'figure_on_the_path'
            when ends_with(comparison_code, '_open') then 'rate_formula'
            else 'share_of_scopes'
        end as open_input,
        coalesce(len(missing_inputs), 0) > 0 as is_open
    from required
)

select
    * exclude (
        from_date, to_date, is_first_half, base_value, base_year, target_year, rule_value,
        rule_maximum, start_year, end_year, tolerance_value, own_years, anchored_years,
        reached_value, possible_value, is_met, is_open, open_input, missing_inputs, forced_result,
        assessed_date, rests_on_impossible
    ),
    case
        when rests_on_impossible then list_append(coalesce(missing_inputs, []), 'possible_figures')
        when forced_result is null and not is_open and is_met is null then [open_input]
        else missing_inputs
    end as missing_inputs,
    case
        when forced_result = 'not_met' then forced_result
        when forced_result is null and not is_open and not is_met then 'not_met'
        when rests_on_impossible then 'insufficient_data'
        when forced_result is not null then forced_result
        when is_open or is_met is null then 'insufficient_data'
        else 'met'
    end as result
from compared
