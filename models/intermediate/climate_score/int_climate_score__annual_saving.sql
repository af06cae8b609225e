-- The form asks for no base year of the saving target; where the note beside the figure names one
-- it is used, else the cumulative figure cannot be annualised.
with wording as (
    select
        any_value(pattern) filter (where wording_code = 'saving_base_year') as base_year,
        any_value(pattern) filter (where wording_code = 'saving_on_last_year') as last_year,
        any_value(pattern) filter (where wording_code = 'saving_productivity') as productivity
    from {{ ref('rule_report_wording') }}
),

read as (
    select
        input.*,
        rule.highest_annual_saving_pct as highest_annual_pct,
        rule.saving_year,
        list_distinct(regexp_extract_all(
            coalesce(input.saving_target_note, ''), wording.base_year, 1
        )) as note_years,
        regexp_matches(input.saving_target_note, wording.last_year) as says_last_year,
        input.saving_target is not null
        and coalesce(regexp_matches(input.saving_target_note, wording.productivity), false)
            as is_productivity,
        -- half as much again from the same energy needs a third less of it
        case
            when is_productivity
                then 100 * input.saving_target / (100 + input.saving_target)
            else input.saving_target
        end as saving_pct,
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
    based.tax_id,
    based.report_year,
    based.saving_target_set,
    based.saving_target_set_state,
    based.annual_saving_target_state,
    based.saving_target as cumulative_pct,
    based.saving_target_year,
    based.saving_base_year,
    case
        when not based.is_cumulative_in_annual_field and annual_scope.restriction_code is null
            then based.annual_saving_target
    end as stated_annual_pct,
    case
        when based.has_period and not based.is_annual_in_cumulative_field
            and scope.restriction_code is null
            then {{ without_noise(
                'based.saving_pct / (based.saving_target_year - based.saving_base_year)'
            ) }}
    end as annualised_pct,
    based.saving_target is not null
    and not based.is_annual_in_cumulative_field
    and not based.has_period as is_cumulative_open,
    coalesce(based.saving_target_year < based.saving_year, false) as ends_before,
    coalesce(scope.restriction_code, annual_scope.restriction_code) as restriction_code,
    list_filter([
        case when based.is_cumulative_in_annual_field then 'cumulative_in_annual_field' end,
        case when based.is_annual_in_cumulative_field then 'same_in_both_fields' end,
        case when based.is_productivity then 'productivity_target' end,
        case when based.saving_target_year < based.saving_year then 'ends_before_2030' end,
        case
            when scope.restriction_code is not null or annual_scope.restriction_code is not null
                then 'restricted_scope'
        end,
        case
            when based.is_above_any_rate and not based.is_cumulative_in_annual_field
                then 'implausible_annual_rate'
        end,
        case
            when based.saving_target_set_state = 'no' and based.saving_target is not null
                then 'conflict'
        end
    ], flag -> flag is not null) as flags
from based
left join {{ ref('int_climate_score__read_scope') }} as scope
    on scope.tax_id = based.tax_id
        and scope.report_year = based.report_year
        and scope.subject_code = 'saving_target'
        and scope.stated_pct = based.saving_target
left join {{ ref('int_climate_score__read_scope') }} as annual_scope
    on annual_scope.tax_id = based.tax_id
        and annual_scope.report_year = based.report_year
        and annual_scope.subject_code = 'annual_saving_target'
        and annual_scope.stated_pct = based.annual_saving_target
