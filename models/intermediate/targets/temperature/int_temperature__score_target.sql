with rated as (
    select
        target.*,
        {{ without_noise('100 * target.ambition_ratio / (target.end_year - target.base_year)', 9) }}
            as annual_reduction_pct,
        -- an industry without a scenario of its own takes that of the others
        coalesce(industry.scenario_variable, other.scenario_variable) as scenario_variable
    from {{ ref('int_temperature__choose_target') }} as target
    inner join {{ ref('int_temperature__company') }} as company
        on company.source_kind_code = target.source_kind_code
            and company.company_id = target.company_id
    left join {{ ref('ref_temperature_scenario') }} as industry
        on industry.target_kind_code = target.target_kind_code
            and industry.scope_code = target.scope_code
            and lower(industry.scenario_key) = coalesce(
                target.intensity_metric, lower(substr(company.isic_code, 1, 3))
            )
    left join {{ ref('ref_temperature_scenario') }} as other
        on other.target_kind_code = target.target_kind_code
            and other.scope_code = target.scope_code
            and other.scenario_key = 'other'
),

scored as (
    select
        rated.*,
        regression.regression_key,
        regression.coefficient * rated.annual_reduction_pct + regression.intercept as line_score
    from rated
    inner join {{ ref('fac_temperature_regression') }} as regression
        on regression.scenario_variable = rated.scenario_variable
            and regression.slope_years = rated.slope_years
)

select
    scored.* exclude (slope_years, line_score),  -- noqa: RF02
    {{ without_noise('greatest(scored.line_score, rule.minimum_score)', 9) }} as score,
    {{ named({
        'coverage_not_stated': 'scored.coverage_ratio is null',
        'coverage_partly_stated': 'scored.is_coverage_partial',
        'coverage_short': 'scored.ambition_ratio <> scored.stated_ambition_ratio',
        'worse_than_no_target': 'scored.line_score > rule.default_score',
    }) }} as flags
from scored
cross join {{ ref('int_temperature__rule_in_force') }} as rule
