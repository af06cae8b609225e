-- what the plan prints twice, or prints beside its own parts: tables 1 and 2, the note below table 2, the closing paragraph
with cell as (select * from {{ ref('stg_sector_plan__cell') }}),

strategy as (
    select
        item_code,
        sum(value) * 1e4 as years_tco2e,
        count(*) as years
    from cell
    where measure_code = 'reduction'
    group by item_code
),

co2_2005 as (
    select sum(incl_electricity_ktco2) * 1e3 as tco2e from {{ ref('fac_sector_fuel') }}
    where year = 2005
),

checked as (
    -- residential + commercial = both, for 2030 and for the five years
    select
        'plan_sector_sum' as check_code,
        whole.table_ref,
        whole.cell_ref,
        whole.sector_code,
        whole.value * 1e6 as reported_value,
        whole.half_unit * 1e6 as half_unit,
        'tco2e' as unit_code,
        sum(part.value) * 1e6 as recomputed_value,
        sum(part.half_unit) * 1e6 as input_tolerance,
        'residential + commercial' as formula,
        null::double as alternative_value,
        null::double as alternative_tolerance,
        null::varchar as explanation_code
    from cell as whole
    inner join cell as part
        on part.measure_code = 'target'
            and part.first_year = whole.first_year
            and part.sector_code in ('residential', 'commercial')
    where whole.measure_code = 'target' and whole.sector_code = 'residential_commercial'
    group by all
    union all
    select
        'plan_strategy_total',
        printed.table_ref,
        printed.cell_ref,
        rule.sector_code,
        printed.value * 1e4,
        printed.half_unit * 1e4,
        'tco2e',
        strategy.years_tco2e,
        5 * strategy.years,
        'sum of its ' || strategy.years || ' years',
        null,
        null,
        'strategy_total_misprinted'
    from cell as printed
    inner join strategy on strategy.item_code = printed.item_code
    inner join {{ ref('rule_sector_strategy') }} as rule on rule.strategy_code = printed.item_code
    where printed.measure_code = 'reduction_total'
    union all
    select
        'plan_grand_total',
        whole.table_ref,
        whole.cell_ref,
        whole.sector_code,
        whole.value * 1e4,
        whole.half_unit * 1e4,
        'tco2e',
        sum(part.value) * 1e4,
        sum(part.half_unit) * 1e4,
        'sum of the seven printed totals',
        null,
        null,
        null
    from cell as whole
    inner join cell as part on part.measure_code = 'reduction_total' and part.item_code <> 'total'
    where whole.measure_code = 'reduction_total' and whole.item_code = 'total'
    group by all
    union all
    -- the alternative: the seven printed totals, one of which is wrong
    select
        'plan_grand_total_by_year',
        whole.table_ref,
        whole.cell_ref,
        whole.sector_code,
        whole.value * 1e4,
        whole.half_unit * 1e4,
        'tco2e',
        all_years.tco2e,
        5 * all_years.years,
        'sum of the 35 printed years',
        sum(part.value) * 1e4,
        sum(part.half_unit) * 1e4,
        'strategy_total_misprinted'
    from cell as whole
    inner join cell as part on part.measure_code = 'reduction_total' and part.item_code <> 'total'
    cross join (
        select
            sum(years_tco2e) as tco2e,
            sum(years) as years
        from strategy
    ) as all_years
    where whole.measure_code = 'reduction_total' and whole.item_code = 'total'
    group by all
    union all
    select
        'plan_target_restated',
        again.table_ref,
        again.cell_ref,
        again.sector_code,
        again.value * 1e6,
        again.half_unit * 1e6,
        'tco2e',
        target.value * 1e6,
        0,
        'table 1',
        null,
        null,
        null
    from cell as again
    inner join cell as target
        on target.measure_code = 'target'
            and target.sector_code = again.sector_code
            and target.first_year = again.first_year
            and target.last_year = target.first_year
    where again.measure_code = 'target_restated'
    union all
    -- the plan prints no base: what its rate implies stands beside the CO2 of 2005, electricity included
    select
        'plan_implied_base',
        rate.table_ref,
        rate.cell_ref,
        rate.sector_code,
        co2_2005.tco2e,
        1000,
        'tco2e',
        target.value * 1e6 / (1 - rate.value / 100),
        target.value * 1e6 / (1 - (rate.value + rate.half_unit) / 100)
        - target.value * 1e6 / (1 - rate.value / 100)
        + target.half_unit * 1e6,
        'target of 2030 / (1 - 35.0 %); beside it CO2 of fuel combustion in 2005',
        null,
        null,
        'base_year_not_printed'
    from cell as rate
    inner join cell as target
        on target.measure_code = 'target'
            and target.sector_code = rate.sector_code
            and target.first_year = 2030
    cross join co2_2005
    where rate.measure_code = 'reduction_rate'
    union all
    select
        'plan_electricity_factor',
        printed.table_ref,
        printed.cell_ref,
        'residential_commercial',
        printed.value,
        printed.half_unit,
        'kgco2e_per_kwh',
        factor.kgco2e_per_kwh,
        0,
        'factor used: ' || factor.factor_key,
        null,
        null,
        null
    from cell as printed
    inner join {{ ref('fac_electricity') }} as factor
        on factor.definition_code = printed.item_code and factor.year = printed.first_year
            and factor.status
            = case printed.item_code when 'national' then 'target' else 'projection' end
    where printed.measure_code = 'electricity_factor'
)

select
    'rescom_plan' as dataset,
    'rescom_plan_2026_2030' as source_release_key,
    sector_code,
    null::varchar as definition_code,
    null::varchar as kloe_code,
    {{ check_columns() }}
from (
    select
        * replace (
            {{ without_noise('reported_value') }} as reported_value,
            {{ without_noise('recomputed_value') }} as recomputed_value,
            {{ without_noise('alternative_value') }} as alternative_value
        )
    from checked
)
