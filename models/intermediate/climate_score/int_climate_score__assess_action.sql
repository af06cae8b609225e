-- 3: energy intensity; 4: saving target; 5: renewable duty of large users
with improved as (
    select
        efficiency.*,
        100 * efficiency.annual_improvement_ratio as improvement_pct,
        rule.least_improvement_pct
    from {{ ref('int_climate_score__efficiency') }} as efficiency
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = efficiency.report_year
),

saved as (
    select
        saving.*,
        greatest(saving.stated_annual_pct, saving.annualised_pct) as best_pct,
        rule.annual_saving_pct as more_than,
        rule.saving_year,
        coalesce(best_pct > more_than, false) as is_enough,
        saving.saving_target_set_state = 'no' or saving.annual_saving_target_state = 'no'
            as says_no,
        -- the wide reading: a rate counts whatever the year it ends in
        case
            when is_enough then 'met'
            when saving.is_cumulative_open then 'insufficient_data'
            when best_pct is not null then 'not_met'
            when saving.restriction_code is not null then 'not_met'
            when says_no then 'not_met'
            when saving.saving_target_set then 'insufficient_data'
            else 'not_disclosed'
        end as wide_status
    from {{ ref('int_climate_score__annual_saving') }} as saving
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = saving.report_year
)

select
    tax_id,
    report_year,
    3 as indicator_no,
    case
        when improvement_pct is null or is_unit_error then 'insufficient_data'
        when improvement_pct >= least_improvement_pct then 'met'
        else 'not_met'
    end as status,
    {{ without_noise('improvement_pct') }} as value,
    least_improvement_pct as threshold_value,
    case
        when missing_input is not null then missing_input || ' missing'
        when is_unit_error
            then 'unit error, ' || suspect_reason || '; with the suggested value '
                || coalesce(
                    round(100 * annual_improvement_if_corrected_ratio, 4) || ' %', 'unknown'
                )
        else 'average annual improvement ' || first_year || '-' || last_year
    end as basis,
    list_filter([case when is_suspect then 'suspect_input' end], flag -> flag is not null)
        as flags,
    source_release_key as further_release_key
from improved
union all by name
select
    tax_id,
    report_year,
    4 as indicator_no,
    case when ends_before and wide_status <> 'not_disclosed' then 'not_met' else wide_status end
        as status,
    wide_status,
    best_pct as value,
    more_than as threshold_value,
    case
        when ends_before
            then 'the target ends in ' || cast(saving_target_year as integer) || ', before '
                || cast(saving_year as integer) || coalesce('; ' || best_pct || ' % a year', '')
        when best_pct is not null and (is_enough or not is_cumulative_open)
            then case
                    when best_pct = stated_annual_pct then 'annual target as stated'
                    else 'cumulative target over ' || saving_base_year || '-'
                        || cast(saving_target_year as integer)
                end
        when is_cumulative_open
            then 'base year or target year of the cumulative ' || cumulative_pct || ' % missing'
        when restriction_code is not null
            then 'target for a part of the company: ' || replace(restriction_code, '_', ' ')
        when says_no then 'no target'
        when saving_target_set then 'percentage of the target missing'
        else 'silent'
    end as basis,
    case when best_pct = more_than then list_append(flags, 'boundary') else flags end as flags
from saved
union all by name
select
    tax_id,
    report_year,
    5 as indicator_no,
    case
        when large_user_duty_met then 'met'
        when large_user_duty_met_state = 'no' then 'not_met'
        else 'not_disclosed'
    end as status,
    -- contract capacity is not open data, so whether a silent company is liable cannot be known
    case
        when large_user_duty_met_state = 'silent'
            then 'silent; contract capacity is not open data'
        else 'report'
    end as basis,
    [] as flags
from {{ ref('int_climate_score__report_fields') }}
