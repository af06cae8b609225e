with cell as (select * from {{ ref('stg_sector_plan__cell') }}),

-- the years are printed to 0.001 of 10^4 t
strategy as (
    select
        item_code,
        sum(value) * 1e4 as years_tco2e,
        sum(half_unit) * 1e4 as years_tolerance,
        count(*) as year_count
    from cell
    where measure_code = 'reduction'
    group by item_code
),

every_strategy as (
    select
        sum(years_tco2e) as years_tco2e,
        sum(years_tolerance) as years_tolerance,
        sum(year_count) as year_count
    from strategy
),

printed_totals as (
    select
        sum(value) * 1e4 as tco2e,
        sum(half_unit) * 1e4 as tolerance,
        count(*) as strategy_count
    from cell
    where measure_code = 'reduction_total' and item_code <> 'total'
),

checked as (
    -- for the last year and for the sum of the years
    select
        'plan_sector_sum' as check_code,
        whole.table_ref,
        whole.cell_ref,
        whole.sector_code,
        whole.value * 1e6 as reported_value,
        whole.half_unit * 1e6 as half_unit,
        sum(part.value) * 1e6 as recomputed_value,
        sum(part.half_unit) * 1e6 as input_tolerance,
        'residential + commercial' as formula
    from cell as whole
    inner join cell as part
        on part.measure_code = 'target'
            and part.first_year = whole.first_year
            and part.sector_code in ('residential', 'commercial')
    where whole.measure_code = 'target' and whole.sector_code = 'residential_commercial'
    group by all
    union all by name
    select
        'plan_strategy_total' as check_code,
        printed.table_ref,
        printed.cell_ref,
        rule.sector_code,
        printed.value * 1e4 as reported_value,
        printed.half_unit * 1e4 as half_unit,
        strategy.years_tco2e as recomputed_value,
        strategy.years_tolerance as input_tolerance,
        'sum of its ' || strategy.year_count || ' years' as formula,
        'strategy_total_misprinted' as explanation_code
    from cell as printed
    inner join strategy on strategy.item_code = printed.item_code
    inner join {{ ref('rule_sector_strategy') }} as rule on rule.strategy_code = printed.item_code
    where printed.measure_code = 'reduction_total'
    union all by name
    select
        'plan_grand_total' as check_code,
        whole.table_ref,
        whole.cell_ref,
        whole.sector_code,
        whole.value * 1e4 as reported_value,
        whole.half_unit * 1e4 as half_unit,
        printed_totals.tco2e as recomputed_value,
        printed_totals.tolerance as input_tolerance,
        'sum of the ' || printed_totals.strategy_count || ' printed totals' as formula
    from cell as whole
    cross join printed_totals
    where whole.measure_code = 'reduction_total' and whole.item_code = 'total'
    union all by name
    -- the alternative: the printed totals, one of which is wrong
    select
        'plan_grand_total_by_year' as check_code,
        whole.table_ref,
        whole.cell_ref,
        whole.sector_code,
        whole.value * 1e4 as reported_value,
        whole.half_unit * 1e4 as half_unit,
        every_strategy.years_tco2e as recomputed_value,
        every_strategy.years_tolerance as input_tolerance,
        'sum of the ' || every_strategy.year_count || ' printed years' as formula,
        printed_totals.tco2e as alternative_value,
        printed_totals.tolerance as alternative_tolerance,
        'strategy_total_misprinted' as explanation_code
    from cell as whole
    cross join every_strategy
    cross join printed_totals
    where whole.measure_code = 'reduction_total' and whole.item_code = 'total'
)

select
    * replace (
        {{ without_noise('reported_value') }} as reported_value,
        {{ without_noise('recomputed_value') }} as recomputed_value,
        {{ without_noise('alternative_value') }} as alternative_value
    ),
    'tco2e' as unit_code,
    'rescom_plan' as dataset,
    'rescom_plan_2026_2030' as source_release_key
from checked
