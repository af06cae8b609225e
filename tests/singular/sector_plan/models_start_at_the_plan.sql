-- calibration: at their modes the models of 2026 use what the plan prints plus what its measures
-- save; with measures, what it prints
select
    'residential, 2026, all at their mode: '
    || modelled.electricity_kwh
    || ' kWh and '
    || modelled.fuel_gj
    || ' GJ; the calibration gives '
    || level.no_measures_kwh || ' and ' || level.no_measures_fuel_gj as problem
from {{ ref('int_sector_plan__simulate_residential') }} as modelled
inner join {{ ref('int_sector_plan__calibrate') }} as level on level.sector_code = 'residential'
where modelled.case_kind = 'mode' and modelled.year = 2026
    and (
        abs(modelled.electricity_kwh - level.no_measures_kwh) > 1
        or abs(modelled.fuel_gj - level.no_measures_fuel_gj) > 1
    )
union all
select
    'commercial, 2026, '
    || modelled.scenario_code
    || ', '
    || modelled.unit_code
    || ': '
    || sum(modelled.quantity)
    || ' is not the calibrated level'
from {{ ref('commercial_bau') }} as modelled
cross join {{ ref('int_sector_plan__calibrate') }} as level
where modelled.year = 2026 and level.sector_code = 'commercial'
group by modelled.scenario_code, modelled.unit_code
having abs(sum(modelled.quantity) - any_value(case
        when
            modelled.scenario_code = 'baseline' and modelled.unit_code = 'kwh'
            then level.no_measures_kwh
        when modelled.scenario_code = 'baseline' then level.no_measures_fuel_gj
        when modelled.unit_code = 'kwh' then level.plan_kwh
        else level.plan_fuel_gj
    end)) > 1
