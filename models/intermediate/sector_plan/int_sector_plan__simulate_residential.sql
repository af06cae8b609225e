{%- set steady = [
    'households_growth', 'household_size_change', 'floor_area_growth', 'gdp_per_head_growth',
    'cooling_income_elasticity', 'appliance_income_elasticity', 'cooling_climate_trend',
    'cooling_share', 'lighting_share', 'hot_water_share', 'cooking_share', 'fuel_hot_water_share',
    'hot_water_switch', 'switch_efficiency', 'base_electricity', 'base_fuel', 'electricity_factor',
    'fuel_factor',
] %}

with steady as (
    select
        case_kind,
        case_key,
    {%- for parameter in steady %}
        max(parameter_value) filter (where parameter_code = '{{ parameter }}')
            as {{ parameter }}{{ ',' if not loop.last }}
    {%- endfor %}
    from {{ ref('int_sector_plan__sample_parameter') }}
    where period_code = 'all'
    group by case_kind, case_key
),

weather as (
    select
        case_kind,
        case_key,
        cast(period_code as integer) as year,
        parameter_value as anomaly_pct
    from {{ ref('int_sector_plan__sample_parameter') }}
    where parameter_code = 'weather_anomaly'
),

joined as (
    select
        steady.*,
        weather.year,
        weather.year - level.year as n,
        weather.anomaly_pct,
        factor.kgco2e_per_kwh,
        level.no_measures_kwh,
        level.no_measures_fuel_gj,
        level.fuel_tco2e_per_gj,
        level.source_release_key
    from steady
    inner join weather
        on weather.case_kind = steady.case_kind and weather.case_key = steady.case_key
    inner join {{ ref('int_sector_plan__electricity_factor') }} as factor
        on factor.year = weather.year and factor.definition_code = 'utility_sales'
    inner join {{ ref('int_sector_plan__calibrate') }} as level on level.sector_code = 'residential'
),

drivers as (
    select
        *,
        pow(1 + households_growth / 100, n) as homes,
        homes * pow(1 + household_size_change / 100, n) as people,
        homes * pow(1 + floor_area_growth / 100, n) as floor_area,
        pow(1 + gdp_per_head_growth / 100, n) as income,
        pow(1 + cooling_climate_trend / 100, n) * (1 + anomaly_pct / 100) as climate,
        pow(1 - hot_water_switch / 100, n) as still_fuel,
        no_measures_kwh * base_electricity as base_kwh,
        no_measures_fuel_gj * base_fuel as base_gj,
        kgco2e_per_kwh * electricity_factor / 1e3 as tco2e_per_kwh,
        fuel_tco2e_per_gj * fuel_factor as tco2e_per_gj
    from joined
),

used as (
    select
        *,
        base_kwh
        * cooling_share
        * floor_area
        * climate
        * pow(income, cooling_income_elasticity) as cooling_kwh,
        base_kwh * lighting_share * floor_area as lighting_kwh,
        base_kwh
        * (1 - cooling_share - lighting_share - hot_water_share - cooking_share)
        * homes
        * pow(income, appliance_income_elasticity)
            as appliances_kwh,
        base_gj * fuel_hot_water_share * people as hot_water_heat_gj,
        base_kwh * hot_water_share * people
        + hot_water_heat_gj * (1 - still_fuel) * switch_efficiency / 0.0036 as hot_water_kwh,
        hot_water_heat_gj * still_fuel as hot_water_gj,
        base_kwh * cooking_share * people as cooking_kwh,
        base_gj * (1 - fuel_hot_water_share) * people as cooking_gj
    from drivers
)

-- whole kWh, GJ and tonnes: sums of whole numbers do not depend on their order
select
    case_kind,
    case_key,
    year,
    round(cooling_kwh + lighting_kwh + appliances_kwh + hot_water_kwh + cooking_kwh)
        as electricity_kwh,
    round(hot_water_gj + cooking_gj) as fuel_gj,
    round(cooling_kwh * tco2e_per_kwh) as cooling_tco2e,
    round(lighting_kwh * tco2e_per_kwh) as lighting_tco2e,
    round(appliances_kwh * tco2e_per_kwh) as appliances_tco2e,
    round(hot_water_kwh * tco2e_per_kwh + hot_water_gj * tco2e_per_gj) as hot_water_tco2e,
    round(cooking_kwh * tco2e_per_kwh + cooking_gj * tco2e_per_gj) as cooking_tco2e,
    cooling_tco2e + lighting_tco2e + appliances_tco2e + hot_water_tco2e + cooking_tco2e as tco2e,
    source_release_key
from used
