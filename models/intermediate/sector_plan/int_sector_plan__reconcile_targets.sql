-- the plan's demand against its own targets, under each definition of the electricity factor and of the kLOE. Nothing is scaled to fit: the demand
-- holds wheeled green power whose share is not printed, so a gap is stated, with the factor that would close it.
with pathway as (
    select
        *,
        -- half a digit of the demand (0.05 x 10^8 kWh, 5 kLOE) and of the factor (0.0005), for each sector
        electricity_kwh * 0.0005 / 1e3
        + case when sector_code = 'residential_commercial' then 2 else 1 end
        * (5e6 * electricity_factor_kgco2e_per_kwh / 1e3 + 15)
            as rounding_tco2e
    from {{ ref('int_sector_plan__pathway') }}
),

target as (select * from {{ ref('int_sector_plan__target') }}),

checked as (
    -- electricity alone, at the factor that the plan prints
    select
        'plan_electricity_within_target' as check_code,
        target.cell_ref,
        pathway.sector_code,
        pathway.definition_code,
        null::varchar as kloe_code,
        target.tco2e as reported_value,
        target.half_unit_tco2e as half_unit,
        'tco2e' as unit_code,
        pathway.electricity_tco2e as recomputed_value,
        pathway.rounding_tco2e as input_tolerance,
        'electricity of 2030 x '
        || pathway.electricity_factor_kgco2e_per_kwh
        || ' kgCO2e/kWh, without any fuel' as formula
    from pathway
    inner join target on target.sector_code = pathway.sector_code and target.period_kind = 'year'
    where pathway.year = 2030
        and pathway.kloe_code = 'yearbook'
        and pathway.definition_code = 'utility_sales'
    union all
    select
        'plan_demand_meets_target',
        target.cell_ref || '|' || pathway.definition_code || '|' || pathway.kloe_code,
        pathway.sector_code,
        pathway.definition_code,
        pathway.kloe_code,
        target.tco2e,
        target.half_unit_tco2e,
        'tco2e',
        pathway.with_measures_tco2e,
        pathway.rounding_tco2e,
        'electricity of 2030 x '
        || pathway.electricity_factor_kgco2e_per_kwh
        || ' kgCO2e/kWh ('
        || pathway.definition_code
        || ') + fuels at the ' || pathway.kloe_code || ' kLOE'
    from pathway
    inner join target on target.sector_code = pathway.sector_code and target.period_kind = 'year'
    where pathway.year = 2030
    union all
    select
        'plan_demand_meets_five_years',
        target.cell_ref || '|' || pathway.definition_code || '|' || pathway.kloe_code,
        pathway.sector_code,
        pathway.definition_code,
        pathway.kloe_code,
        target.tco2e,
        target.half_unit_tco2e,
        'tco2e',
        sum(pathway.with_measures_tco2e),
        sum(pathway.rounding_tco2e),
        'demand 2026 to 2030 x factors ('
        || pathway.definition_code
        || ') + fuels at the '
        || pathway.kloe_code
        || ' kLOE'
    from pathway
    inner join target on target.sector_code = pathway.sector_code and target.period_kind = 'period'
    group by
        target.cell_ref,
        pathway.definition_code,
        pathway.kloe_code,
        pathway.sector_code,
        target.tco2e,
        target.half_unit_tco2e
    union all
    -- the plan prints no emissions of 2026: beside the start that a straight path implies stands its demand x its factor
    select
        'plan_implied_2026',
        target.cell_ref,
        pathway.sector_code,
        pathway.definition_code,
        pathway.kloe_code,
        pathway.with_measures_tco2e,
        0.5,
        'tco2e',
        pathway.target_path_tco2e,
        pathway.rounding_tco2e + 1.4 * target.half_unit_tco2e,
        '0.4 x five-year total - target of 2030, if the path is straight; beside it demand of 2026 x '
        || pathway.electricity_factor_kgco2e_per_kwh || ' kgCO2e/kWh + fuels'
    from pathway
    inner join target on target.sector_code = pathway.sector_code and target.period_kind = 'period'
    where pathway.year = 2026
        and pathway.kloe_code = 'yearbook'
        and pathway.definition_code = 'utility_sales'
    union all
    select
        'plan_closing_factor',
        target.cell_ref || '|' || pathway.kloe_code,
        pathway.sector_code,
        pathway.definition_code,
        pathway.kloe_code,
        pathway.electricity_factor_kgco2e_per_kwh,
        0.0005,
        'kgco2e_per_kwh',
        pathway.closing_factor_kgco2e_per_kwh,
        -- half a digit of the target and of the demand
        (target.half_unit_tco2e * 1e3 + 5e6 * pathway.closing_factor_kgco2e_per_kwh)
        / pathway.electricity_kwh,
        '(target of 2030 - fuels at the mix of 2024 and the '
        || pathway.kloe_code
        || ' kLOE) / electricity; beside it the printed factor'
    from pathway
    inner join target on target.sector_code = pathway.sector_code and target.period_kind = 'year'
    where pathway.year = 2030 and pathway.definition_code = 'utility_sales'
)

select
    'rescom_plan' as dataset,
    'rescom_plan_2026_2030' as source_release_key,
    sector_code,
    definition_code,
    kloe_code,
    check_code,
    '表1' as table_ref,
    cell_ref,
    reported_value,
    half_unit,
    unit_code,
    recomputed_value,
    input_tolerance,
    formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    'green_power_not_printed' as explanation_code
from checked
