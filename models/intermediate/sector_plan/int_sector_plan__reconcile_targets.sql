with pathway as (
    select
        pathway.*,
        period.first_year,
        period.last_year,
        pathway.electricity_factor_kgco2e_per_kwh as factor,
        -- half a digit of the demand (0.05 x 10^8 kWh, 5 kLOE) and factor (0.0005), by sector
        pathway.electricity_kwh * 0.0005 / 1e3
        + case when pathway.sector_code = 'residential_commercial' then 2 else 1 end
        * (5e6 * pathway.electricity_factor_kgco2e_per_kwh / 1e3 + 15) as rounding_tco2e,
        target.cell_ref as year_cell_ref,
        target.tco2e as year_tco2e,
        target.half_unit_tco2e as year_half_unit,
        total.cell_ref as period_cell_ref,
        total.tco2e as period_tco2e,
        total.half_unit_tco2e as period_half_unit
    from {{ ref('int_sector_plan__pathway') }} as pathway
    cross join {{ ref('int_sector_plan__period') }} as period
    inner join {{ ref('int_sector_plan__target') }} as target
        on target.sector_code = pathway.sector_code and target.period_kind = 'year'
    inner join {{ ref('int_sector_plan__target') }} as total
        on total.sector_code = pathway.sector_code and total.period_kind = 'period'
),

checked as (
    -- electricity alone, at the factor that the plan prints
    select
        'plan_electricity_within_target' as check_code,
        year_cell_ref as cell_ref,
        sector_code,
        definition_code,
        year_tco2e as reported_value,
        year_half_unit as half_unit,
        electricity_tco2e as recomputed_value,
        rounding_tco2e as input_tolerance,
        format('electricity of {} x {} kgCO2e/kWh, without any fuel', year, factor) as formula
    from pathway
    where year = last_year and kloe_code = 'yearbook' and definition_code = 'utility_sales'
    union all by name
    select
        'plan_demand_meets_target' as check_code,
        concat_ws('|', year_cell_ref, definition_code, kloe_code) as cell_ref,
        sector_code,
        definition_code,
        kloe_code,
        year_tco2e as reported_value,
        year_half_unit as half_unit,
        with_measures_tco2e as recomputed_value,
        rounding_tco2e as input_tolerance,
        format(
            'electricity of {} x {} kgCO2e/kWh ({}) + fuels at the {} kLOE',
            year, factor, definition_code, kloe_code
        ) as formula
    from pathway
    where year = last_year
    union all by name
    select
        'plan_demand_meets_five_years' as check_code,
        concat_ws('|', period_cell_ref, definition_code, kloe_code) as cell_ref,
        sector_code,
        definition_code,
        kloe_code,
        period_tco2e as reported_value,
        period_half_unit as half_unit,
        sum(with_measures_tco2e) as recomputed_value,
        sum(rounding_tco2e) as input_tolerance,
        format(
            'demand {} to {} x factors ({}) + fuels at the {} kLOE',
            first_year, last_year, definition_code, kloe_code
        ) as formula
    from pathway
    group by all
    union all by name
    -- no emissions of the first year are printed: demand x factor stands beside the straight path
    select
        'plan_implied_2026' as check_code,
        period_cell_ref as cell_ref,
        sector_code,
        definition_code,
        kloe_code,
        with_measures_tco2e as reported_value,
        0.5 as half_unit,
        target_path_tco2e as recomputed_value,
        rounding_tco2e + 1.4 * period_half_unit as input_tolerance,
        format(
            '0.4 x five-year total - target of {}, if the path is straight; beside it demand of {}'
            || ' x {} kgCO2e/kWh + fuels',
            last_year, year, factor
        ) as formula
    from pathway
    where year = first_year and kloe_code = 'yearbook' and definition_code = 'utility_sales'
    union all by name
    select
        'plan_closing_factor' as check_code,
        concat_ws('|', year_cell_ref, kloe_code) as cell_ref,
        sector_code,
        definition_code,
        kloe_code,
        factor as reported_value,
        0.0005 as half_unit,
        'kgco2e_per_kwh' as unit_code,
        closing_factor_kgco2e_per_kwh as recomputed_value,
        (year_half_unit * 1e3 + 5e6 * closing_factor_kgco2e_per_kwh) / electricity_kwh
            as input_tolerance,
        format(
            '(target of {} - fuels at the mix of 2024 and the {} kLOE) / electricity; beside it the'
            || ' printed factor',
            last_year, kloe_code
        ) as formula
    from pathway
    where year = last_year and definition_code = 'utility_sales'
)

select
    * replace (coalesce(unit_code, 'tco2e') as unit_code),
    'rescom_plan' as dataset,
    'rescom_plan_2026_2030' as source_release_key,
    '表1' as table_ref,
    'green_power_not_printed' as explanation_code
from checked
