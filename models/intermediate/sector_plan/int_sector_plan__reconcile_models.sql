-- the line without measures that follows from the plan's demand and reductions beside the one that
-- each model draws: the models are set to the first year alone
with plan_line as (
    select
        pathway.*,
        -- half a digit of the demand (0.05 x 10^8 kWh, 5 kLOE) and factor (0.0005)
        pathway.electricity_kwh * 0.0005 / 1e3
        + 5e6 * pathway.electricity_factor_kgco2e_per_kwh / 1e3 + 15 as rounding_tco2e
    from {{ ref('int_sector_plan__pathway') }} as pathway
    where pathway.definition_code = 'utility_sales' and pathway.kloe_code = 'yearbook'
),

model_line as (
    select
        'residential' as sector_code,
        year,
        quantile_cont(tco2e, 0.5) as tco2e,
        quantile_cont(tco2e, 0.05) as p5_tco2e,
        quantile_cont(tco2e, 0.95) as p95_tco2e
    from {{ ref('int_sector_plan__simulate_residential') }}
    where case_kind = 'draw'
    group by year
    union all by name
    select
        'commercial' as sector_code,
        year,
        sum(tco2e) as tco2e
    from {{ ref('int_sector_plan__commercial_case') }}
    where scenario_code = 'baseline'
    group by year
)

select
    'plan_and_model_without_measures' as check_code,
    'sector_pathway' as table_ref,
    concat_ws('|', plan_line.sector_code, plan_line.year, 'no_measures') as cell_ref,
    plan_line.sector_code,
    plan_line.definition_code,
    plan_line.kloe_code,
    plan_line.no_measures_tco2e as reported_value,
    0.5 as half_unit,
    'tco2e' as unit_code,
    {{ without_noise('model_line.tco2e') }} as recomputed_value,
    plan_line.rounding_tco2e as input_tolerance,
    case
        when model_line.p5_tco2e is null then 'model of activity and intensity, baseline'
        else format(
                'median of the draws, 5 to 95 % {:.2f} to {:.2f} Mt',
                model_line.p5_tco2e / 1e6, model_line.p95_tco2e / 1e6
            )
    end || '; beside it demand with measures x factors + reductions' as formula,
    'model_set_to_first_year' as explanation_code,
    'rescom_plan' as dataset,
    plan_line.source_release_key
from plan_line
inner join model_line
    on model_line.sector_code = plan_line.sector_code and model_line.year = plan_line.year
