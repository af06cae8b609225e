{%- set growth = var('electricity_growth_ratio', 0) %}
with option_rule as (
    select *
    from {{ ref('rule_sbti_criterion') }}
    where criterion_code = 'renewable_electricity' and reading = 'official_v1_2'
    qualify row_number() over (order by valid_from desc nulls last) = 1
),

years as (
    select
        used.*,
        grid.year,
        grid.year - used.report_year as years_ahead,
        grid.kgco2e_per_kwh,
        base.kgco2e_per_kwh as base_kgco2e_per_kwh,
        grid.is_held,
        grid.factor_key,
        pow(1 + {{ growth }}, years_ahead) as growth_factor,
        rule.annual_cut_ratio,
        rule.solar_hours,
        option_rule.start_year as option_start_year,
        option_rule.end_year as option_end_year,
        option_rule.required_value / 100 as option_start_ratio,
        option_rule.maximum_value / 100 as option_end_ratio
    from {{ ref('int_pathways__electricity_use') }} as used
    cross join {{ ref('int_pathways__rule_in_force') }} as rule
    cross join option_rule
    inner join {{ ref('int_pathways__project_grid') }} as grid on grid.year >= used.report_year
    inner join {{ ref('int_pathways__project_grid') }} as base on base.year = used.report_year
    where rule.is_newest
),

options as (
    select
        *,
        'sbti_renewable_option' as option_code,
        case
            when year = report_year then renewable_ratio
            when year <= option_start_year then option_start_ratio
            when year >= option_end_year then option_end_ratio
            else {{ between_points(
                'year', 'option_start_year', 'option_start_ratio', 'option_end_year',
                'option_end_ratio'
            ) }}
        end as wanted_ratio
    from years
    union all by name
    select
        *,
        'own_target' as option_code,
        case
            when target_ratio is null or is_restricted or target_year <= report_year
                then renewable_ratio
            when year >= target_year then target_ratio
            else {{ between_points(
                'year', 'report_year', 'renewable_ratio', 'target_year', 'target_ratio'
            ) }}
        end as wanted_ratio
    from years
    union all by name
    select
        *,
        'scope2_contraction' as option_code,
        1 - (1 - renewable_ratio) * base_kgco2e_per_kwh * (1 - annual_cut_ratio * years_ahead)
        / (kgco2e_per_kwh * growth_factor) as wanted_ratio
    from years
),

-- no option asks for less than is used already
shared as (
    select
        *,
        electricity_kwh * growth_factor as kwh_of_year,
        least(1, greatest(wanted_ratio, renewable_ratio)) as share_ratio
    from options
)

select
    tax_id,
    year,
    option_code,
    industry_code,
    {{ without_noise('kwh_of_year', 3) }} as electricity_kwh,
    case when kwh_of_year is not null then {{ without_noise('100 * share_ratio', 6) }} end
        as renewable_share_pct,
    {{ without_noise('kwh_of_year * share_ratio', 3) }} as renewable_kwh,
    {{ without_noise('kwh_of_year * share_ratio', 3) }} / solar_hours / 1000
        as solar_equivalent_mw,
    kgco2e_per_kwh as grid_factor_kgco2e_per_kwh,
    factor_key as grid_factor_key,
    {{ named({
        'no_electricity_figure': 'kwh_of_year is null',
        'share_taken_as_zero': 'kwh_of_year is not null and is_share_silent',
        'no_own_target': "option_code = 'own_target' and target_ratio is null",
        'restricted_scope': "option_code = 'own_target' and is_restricted",
        'grid_factor_held': "option_code = 'scope2_contraction' and is_held",
        'suspect_input': 'is_suspect',
    }) }} as flags,
    source_release_key
from shared
