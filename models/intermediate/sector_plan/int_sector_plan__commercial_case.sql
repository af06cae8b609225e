-- commercial energy by line, year and case: activity x intensity x factor. The line of AI load has an activity of its own. The baseline starts at the
-- demand of 2026 without its measures, the other case at the printed demand; the measures lower the intensity a little more every year.
with line as (
    select
        rule.*,
        case when rule.carrier_code = 'electricity' then 'kwh' else 'gj' end as unit_code,
        rule.share_2026_ratio
        * case
            when rule.carrier_code = 'electricity' then level.plan_kwh else level.plan_fuel_gj
        end as plan_2026,
        -- measures save on what exists, none of it on the AI load
        case
            when rule.line_code = 'ai_load' then 0
            when rule.carrier_code = 'electricity' then level.no_measures_kwh - level.plan_kwh
            else (level.no_measures_fuel_gj - level.plan_fuel_gj) * rule.share_2026_ratio
        end as saved_2026,
        level.source_release_key
    from {{ ref('rule_commercial_activity') }} as rule
    cross join {{ ref('int_sector_plan__calibrate') }} as level
    where level.sector_code = 'commercial'
)

select
    scenario.scenario_code,
    line.line_code,
    line.carrier_code,
    line.unit_code,
    factor.year,
    {{ without_noise('pow(1 + line.activity_growth_pct / 100, factor.year - 2026)', 12) }}
        as activity_ratio,
    {{ without_noise("case when scenario.scenario_code = 'baseline'
        then (line.plan_2026 + line.saved_2026) * pow(1 + line.intensity_change_pct / 100, factor.year - 2026)
        else line.plan_2026 * pow((1 + line.intensity_change_pct / 100) * (1 - line.measure_efficiency_pct / 100), factor.year - 2026) end", 3) }}
        as intensity_value,
    {{ without_noise("case line.line_code when 'natural_gas' then fuel.gas_tco2e_per_gj * 1e3
        when 'oil_products' then fuel.oil_tco2e_per_gj * 1e3 else factor.kgco2e_per_kwh end", 9) }} as factor_value,
    {{ without_noise('activity_ratio * intensity_value', 3) }} as quantity,
    {{ without_noise('activity_ratio * intensity_value * factor_value / 1e3', 3) }} as tco2e,
    line.source_release_key
from line
cross join (select unnest(['baseline', 'with_measures']) as scenario_code) as scenario
inner join
    {{ ref('int_sector_plan__electricity_factor') }} as factor
    on factor.definition_code = 'utility_sales'
inner join {{ ref('int_sector_plan__fuel_factor') }} as fuel on fuel.sector_code = 'commercial'
