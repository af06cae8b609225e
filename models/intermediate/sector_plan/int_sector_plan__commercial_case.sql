with line as (
    select
        rule.*,
        level.year as base_year,
        case when rule.carrier_code = 'electricity' then 'kwh' else 'gj' end as unit_code,
        rule.share_2026_ratio
        * case
            when rule.carrier_code = 'electricity' then level.plan_kwh else level.plan_fuel_gj
        end as plan_quantity,
        -- measures save on what exists, none of it on the AI load
        case
            when rule.line_code = 'ai_load' then 0
            when rule.carrier_code = 'electricity' then level.no_measures_kwh - level.plan_kwh
            else (level.no_measures_fuel_gj - level.plan_fuel_gj) * rule.share_2026_ratio
        end as saved_quantity,
        level.source_release_key
    from {{ ref('rule_commercial_activity') }} as rule
    cross join {{ ref('int_sector_plan__calibrate') }} as level
    where level.sector_code = 'commercial'
),

-- the measures lower the intensity a little more every year
scenario as (
    select
        line.*,
        'baseline' as scenario_code,
        line.plan_quantity + line.saved_quantity as start_value,
        1 + line.intensity_change_pct / 100 as yearly_ratio
    from line
    union all by name
    select
        line.*,
        'with_measures' as scenario_code,
        line.plan_quantity as start_value,
        (1 + line.intensity_change_pct / 100) * (1 - line.measure_efficiency_pct / 100)
            as yearly_ratio
    from line
)

select
    scenario.scenario_code,
    scenario.line_code,
    scenario.carrier_code,
    scenario.unit_code,
    factor.year,
    {{ without_noise(
        'pow(1 + scenario.activity_growth_pct / 100, factor.year - scenario.base_year)', 12
    ) }} as activity_ratio,
    {{ without_noise(
        'scenario.start_value * pow(scenario.yearly_ratio, factor.year - scenario.base_year)', 3
    ) }} as intensity_value,
    {{ without_noise("case scenario.line_code
        when 'natural_gas' then fuel.gas_tco2e_per_gj * 1e3
        when 'oil_products' then fuel.oil_tco2e_per_gj * 1e3
        else factor.kgco2e_per_kwh
    end", 9) }} as factor_value,
    {{ without_noise('activity_ratio * intensity_value', 3) }} as quantity,
    {{ without_noise('activity_ratio * intensity_value * factor_value / 1e3', 3) }} as tco2e,
    scenario.source_release_key
from scenario
inner join {{ ref('int_sector_plan__electricity_factor') }} as factor
    on factor.definition_code = 'utility_sales'
inner join {{ ref('int_sector_plan__fuel_factor') }} as fuel on fuel.sector_code = 'commercial'
