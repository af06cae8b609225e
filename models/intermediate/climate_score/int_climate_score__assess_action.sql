-- indicators 3 (energy intensity), 4 (saving target) and 5 (renewable duty)
with annual as (
    select
        saving.*,
        greatest(saving.stated_annual_pct, saving.annualised_pct) as best_pct,
        {{ rule_value('climate:4:annual_saving', 'saving.report_year') }} as more_than
    from {{ ref('int_climate_score__annual_saving') }} as saving
)

select
    tax_id,
    report_year,
    3 as indicator_no,
    case
        when annual_improvement_ratio is null or is_unit_error then 'insufficient_data'
        when
            100 * annual_improvement_ratio
            >= {{ rule_value('climate:3:energy_intensity', 'report_year') }}
            then 'met'
        else 'not_met'
    end as status,
    {{ without_noise('100 * annual_improvement_ratio') }} as value,
    {{ rule_value('climate:3:energy_intensity', 'report_year') }} as threshold_value,
    case
        when missing_input is not null then missing_input || ' missing'
        when is_unit_error
            then 'unit error, ' || suspect_reason || '; with the suggested value '
                || coalesce(
                    round(100 * annual_improvement_if_corrected_ratio, 4) || ' %', 'unknown'
                )
        else 'average annual improvement ' || (report_year - 2) || '-' || report_year
    end as basis,
    case when is_suspect then 'suspect_input' end as flags,
    source_release_key as further_release_key
from {{ ref('int_climate_score__efficiency') }}
union all
select
    tax_id,
    report_year,
    4,
    case
        when best_pct > more_than then 'met'
        when is_cumulative_open then 'insufficient_data'
        when best_pct is not null then 'not_met'
        when saving_target_set_state = 'no' or annual_saving_target_state = 'no' then 'not_met'
        when saving_target_set then 'insufficient_data'
        else 'not_disclosed'
    end,
    best_pct,
    more_than,
    case
        when best_pct > more_than or (best_pct is not null and not is_cumulative_open)
            then case when best_pct = stated_annual_pct then 'annual target as stated' else
                        'cumulative target over '
                        || saving_base_year || '-' || cast(saving_target_year as integer)
                end
        when
            is_cumulative_open
            then 'base year or target year of the cumulative ' || cumulative_pct || ' % missing'
        when saving_target_set_state = 'no' or annual_saving_target_state = 'no' then 'no target'
        when saving_target_set then 'percentage of the target missing'
        else 'silent'
    end,
    nullif(concat_ws(' ', flags, case when best_pct = more_than then 'boundary' end), ''),
    null
from annual
union all
select
    tax_id,
    report_year,
    5,
    case
        when large_user_duty_met then 'met'
        when large_user_duty_met_state = 'no' then 'not_met'
        else 'not_disclosed'
    end,
    null,
    null,
    -- contract capacity is not open data, so whether a silent company is liable cannot be known
    case
        when
            large_user_duty_met_state = 'silent'
            then 'silent; contract capacity is not open data'
        else 'report'
    end,
    null,
    null
from {{ ref('int_climate_score__report_fields') }}
