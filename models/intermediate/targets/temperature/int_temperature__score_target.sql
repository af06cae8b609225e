-- step 5: the score of each chosen target: coefficient x annual reduction in per cent + intercept, not below the floor
select
    target.source_kind_code,
    target.company_id,
    target.time_frame_code,
    target.scope_code,
    target.target_id,
    target.target_kind_code,
    target.intensity_metric,
    target.base_year,
    target.end_year,
    target.coverage_ratio,
    target.stated_ambition_ratio,
    target.ambition_ratio,
    {{ without_noise('100 * target.ambition_ratio / (target.end_year - target.base_year)', 9) }}
        as annual_reduction_pct,
    regression.scenario_variable,
    regression.regression_key,
    {{ without_noise('greatest(regression.coefficient * annual_reduction_pct + regression.intercept, rule.value)', 9) }}
        as score,
    nullif(concat_ws(
        ' ',
        case when target.coverage_ratio is null then 'coverage_not_stated' end,
        case when target.ambition_ratio <> target.stated_ambition_ratio then 'coverage_short' end,
        case
            when
                regression.coefficient * annual_reduction_pct + regression.intercept
                > default_rule.value
                then 'worse_than_no_target'
        end
    ), '') as flags,
    target.source_release_key
from {{ ref('int_temperature__choose_target') }} as target
inner join
    {{ ref('int_temperature__company') }} as company
    on company.source_kind_code = target.source_kind_code and company.company_id = target.company_id
left join {{ ref('ref_temperature_scenario') }} as industry
    on industry.target_kind_code = target.target_kind_code
        and industry.scope_code = target.scope_code
        and lower(industry.scenario_key)
        = case target.target_kind_code when 'intensity' then target.intensity_metric
            else lower(substr(company.isic_code, 1, 3))
        end
-- an industry without a scenario of its own takes that of the others
left join {{ ref('ref_temperature_scenario') }} as other
    on other.target_kind_code = target.target_kind_code
        and other.scope_code = target.scope_code
        and other.scenario_key = 'other'
inner join {{ ref('fac_temperature_regression') }} as regression
    on regression.scenario_variable = coalesce(industry.scenario_variable, other.scenario_variable)
        and regression.slope_years = target.slope_years
inner join {{ ref('rule_temperature') }} as rule on rule.rule_key = 'minimum_score'
inner join {{ ref('rule_temperature') }} as default_rule on default_rule.rule_key = 'default_score'
