with cell as (select * from {{ ref('stg_sector_plan__cell') }}),

target as (
    select
        sector_code,
        last_year,
        value * 1e6 as tco2e,
        half_unit * 1e6 as half_unit
    from cell
    where measure_code = 'target' and first_year = last_year
),

-- the oldest year of fuel combustion is the base year of the targets
base_year as (
    select
        year,
        sum(incl_electricity_ktco2) * 1e3 as tco2e
    from {{ ref('fac_sector_fuel') }}
    group by year
    qualify year = min(year) over ()
),

checked as (
    select
        'plan_target_restated' as check_code,
        again.table_ref,
        again.cell_ref,
        again.sector_code,
        again.value * 1e6 as reported_value,
        again.half_unit * 1e6 as half_unit,
        'tco2e' as unit_code,
        target.tco2e as recomputed_value,
        0 as input_tolerance,
        'table 1' as formula
    from cell as again
    inner join target
        on target.sector_code = again.sector_code and target.last_year = again.first_year
    where again.measure_code = 'target_restated'
    union all by name
    -- the plan prints no base: what its rate implies stands beside the CO2 of the base year,
    -- electricity included
    select
        'plan_implied_base' as check_code,
        rate.table_ref,
        rate.cell_ref,
        rate.sector_code,
        base_year.tco2e as reported_value,
        1000 as half_unit,
        'tco2e' as unit_code,
        target.tco2e / (1 - rate.value / 100) as recomputed_value,
        target.tco2e / (1 - (rate.value + rate.half_unit) / 100)
        - target.tco2e / (1 - rate.value / 100)
        + target.half_unit as input_tolerance,
        format(
            'target of {} / (1 - {:.1f} %); beside it CO2 of fuel combustion in {}',
            target.last_year, rate.value, base_year.year
        ) as formula,
        'base_year_not_printed' as explanation_code
    from cell as rate
    inner join target on target.sector_code = rate.sector_code
    cross join base_year
    where rate.measure_code = 'reduction_rate'
    union all by name
    select
        'plan_electricity_factor' as check_code,
        printed.table_ref,
        printed.cell_ref,
        'residential_commercial' as sector_code,
        printed.value as reported_value,
        printed.half_unit,
        'kgco2e_per_kwh' as unit_code,
        factor.kgco2e_per_kwh as recomputed_value,
        0 as input_tolerance,
        'factor used: ' || factor.factor_key as formula
    from cell as printed
    inner join {{ ref('fac_electricity') }} as factor
        on factor.definition_code = printed.item_code
            and factor.year = printed.first_year
            and factor.status
            = case printed.item_code when 'national' then 'target' else 'projection' end
    where printed.measure_code = 'electricity_factor'
)

select
    * replace (
        {{ without_noise('reported_value') }} as reported_value,
        {{ without_noise('recomputed_value') }} as recomputed_value
    ),
    'rescom_plan' as dataset,
    'rescom_plan_2026_2030' as source_release_key
from checked
