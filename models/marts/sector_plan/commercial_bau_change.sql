with ends as (
    select
        scenario_code,
        line_code,
        -- the product of what is published, not the tonnes rounded to the gram
        arg_min(activity_ratio * intensity_value * factor_value / 1e3, year) as first_tco2e,
        arg_max(activity_ratio * intensity_value * factor_value / 1e3, year) as last_tco2e,
        arg_max(activity_ratio, year) / arg_min(activity_ratio, year) as activity,
        arg_max(intensity_value, year) / arg_min(intensity_value, year) as intensity,
        arg_max(factor_value, year) / arg_min(factor_value, year) as factor,
        any_value(source_release_key) as source_release_key
    from {{ ref('int_sector_plan__commercial_case') }}
    group by scenario_code, line_code
),

weighted as (
    select
        *,
        -- the logarithmic mean of both ends
        case
            when last_tco2e = first_tco2e then first_tco2e
            else (last_tco2e - first_tco2e) / ln(last_tco2e / first_tco2e)
        end as weight
    from ends
),

effects as (
    select
        scenario_code,
        coalesce(line_code, 'all') as line_code,
        sum(first_tco2e) as first_tco2e,
        sum(last_tco2e) as last_tco2e,
        sum(weight * ln(activity)) as activity_tco2e,
        sum(weight * ln(intensity)) as intensity_tco2e,
        sum(weight * ln(factor)) as factor_tco2e,
        any_value(source_release_key) as source_release_key
    from weighted
    group by grouping sets ((scenario_code, line_code), (scenario_code))
)

select
    scenario_code,
    line_code,
    {{ without_noise('first_tco2e', 3) }} as emissions_2026_tco2e,
    {{ without_noise('last_tco2e', 3) }} as emissions_2030_tco2e,
    {{ without_noise('last_tco2e - first_tco2e', 3) }} as change_tco2e,
    {{ without_noise('activity_tco2e', 3) }} as activity_effect_tco2e,
    {{ without_noise('intensity_tco2e', 3) }} as intensity_effect_tco2e,
    {{ without_noise('factor_tco2e', 3) }} as factor_effect_tco2e,
    -- + 0: a rest of -0.0 is none
    {{ without_noise(
        'last_tco2e - first_tco2e - activity_tco2e - intensity_tco2e - factor_tco2e', 3
    ) }} + 0 as residual_tco2e,
    source_release_key
from effects
