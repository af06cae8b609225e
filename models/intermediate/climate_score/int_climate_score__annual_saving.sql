-- The form asks for no base year of the saving target; where the note beside the figure names one
-- it is used, else the cumulative figure cannot be annualised.
with wording as (
    select
        any_value(pattern) filter (where wording_code = 'saving_base_year') as base_year,
        any_value(pattern) filter (where wording_code = 'saving_on_last_year') as last_year
    from {{ ref('rule_report_wording') }}
),

read as (
    select
        input.*,
        rule.highest_annual_saving_pct as highest_annual_pct,
        rule.target_year as compared_year,
        list_distinct(regexp_extract_all(
            coalesce(input.saving_target_note, ''), wording.base_year, 1
        )) as note_years,
        regexp_matches(input.saving_target_note, wording.last_year) as says_last_year,
        input.annual_saving_target = input.saving_target as is_same_in_both
    from {{ ref('int_climate_score__report_fields') }} as input
    cross join wording
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = input.report_year
),

based as (
    select
        *,
        case
            when len(note_years) = 1 then cast(note_years[1] as integer)
            when says_last_year then cast(saving_target_year as integer) - 1
        end as saving_base_year,
        coalesce(annual_saving_target > highest_annual_pct, false) as is_above_any_rate,
        -- the same figure in both fields is one target: a rate while it can be one, else cumulative
        coalesce(is_same_in_both and is_above_any_rate, false) as is_cumulative_in_annual_field,
        coalesce(is_same_in_both and not is_above_any_rate, false)
            as is_annual_in_cumulative_field,
        coalesce(saving_target_year > saving_base_year, false) as has_period
    from read
)

select
    tax_id,
    report_year,
    saving_target_set,
    saving_target_set_state,
    annual_saving_target_state,
    saving_target as cumulative_pct,
    saving_target_year,
    saving_base_year,
    case when not is_cumulative_in_annual_field then annual_saving_target end as stated_annual_pct,
    case
        when has_period and not is_annual_in_cumulative_field
            then {{ without_noise('saving_target / (saving_target_year - saving_base_year)') }}
    end as annualised_pct,
    saving_target is not null and not is_annual_in_cumulative_field and not has_period
        as is_cumulative_open,
    list_filter([
        case when is_cumulative_in_annual_field then 'cumulative_in_annual_field' end,
        case when is_annual_in_cumulative_field then 'same_in_both_fields' end,
        case when saving_target_year < compared_year then 'ends_before_2030' end,
        case
            when is_above_any_rate and not is_cumulative_in_annual_field
                then 'implausible_annual_rate'
        end,
        case when saving_target_set_state = 'no' and saving_target is not null then 'conflict' end
    ], flag -> flag is not null) as flags
from based
