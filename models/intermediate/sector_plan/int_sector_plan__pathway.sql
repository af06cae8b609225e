with demand as (
    select
        sector_code,
        year,
        max(quantity) filter (where carrier_code = 'electricity') as electricity_kwh,
        max(yearbook_kloe_gj) filter (where carrier_code = 'non_electricity') as yearbook_gj,
        max(indicator_kloe_gj) filter (where carrier_code = 'non_electricity') as indicator_gj,
        any_value(source_release_key) as source_release_key
    from {{ ref('int_sector_plan__energy_demand') }}
    group by sector_code, year
),

kloe as (select unnest(['yearbook', 'indicator']) as kloe_code),

emitted as (
    select
        demand.sector_code,
        demand.year,
        factor.definition_code,
        kloe.kloe_code,
        factor.is_interpolated,
        factor.electricity_factor_key,
        fuel.factor_key as fuel_factor_key,
        demand.source_release_key,
        factor.kgco2e_per_kwh,
        demand.electricity_kwh,
        case kloe.kloe_code when 'yearbook' then demand.yearbook_gj else demand.indicator_gj end
            as fuel_gj,
        demand.electricity_kwh * factor.kgco2e_per_kwh / 1e3 as electricity_tco2e,
        fuel_gj * fuel.tco2e_per_gj as fuel_tco2e
    from demand
    inner join {{ ref('int_sector_plan__electricity_factor') }} as factor
        on factor.year = demand.year
    inner join {{ ref('int_sector_plan__fuel_factor') }} as fuel
        on fuel.sector_code = demand.sector_code
    cross join kloe
),

-- each sector, and both together
united as (
    select * from emitted
    union all by name
    select
        'residential_commercial' as sector_code,
        year,
        definition_code,
        kloe_code,
        any_value(is_interpolated) as is_interpolated,
        any_value(electricity_factor_key) as electricity_factor_key,
        string_agg(fuel_factor_key, ' ' order by fuel_factor_key) as fuel_factor_key,
        any_value(source_release_key) as source_release_key,
        any_value(kgco2e_per_kwh) as kgco2e_per_kwh,
        sum(electricity_kwh) as electricity_kwh,
        sum(fuel_gj) as fuel_gj,
        sum(electricity_tco2e) as electricity_tco2e,
        sum(fuel_tco2e) as fuel_tco2e
    from emitted
    group by year, definition_code, kloe_code
),

-- the straight path to E(last) whose n years add up to the printed sum S starts at 2 S / n -
-- E(last)
target as (
    select
        target.sector_code,
        period.first_year,
        period.last_year,
        max(target.tco2e) filter (where target.period_kind = 'year') as last_tco2e,
        2 * max(target.tco2e) filter (where target.period_kind = 'period')
        / (period.last_year - period.first_year + 1) - last_tco2e as first_tco2e
    from {{ ref('int_sector_plan__target') }} as target
    cross join {{ ref('int_sector_plan__period') }} as period
    group by target.sector_code, period.first_year, period.last_year
),

reduction as (
    select
        coalesce(sector_code, 'residential_commercial') as sector_code,
        year,
        sum(tco2e) as tco2e
    from {{ ref('int_sector_plan__reduction') }}
    group by grouping sets ((sector_code, year), (year))
)

select
    united.sector_code,
    united.year,
    united.definition_code,
    united.kloe_code,
    united.electricity_kwh,
    {{ without_noise('united.fuel_gj') }} as fuel_gj,
    united.kgco2e_per_kwh as electricity_factor_kgco2e_per_kwh,
    united.is_interpolated as is_factor_interpolated,
    {{ without_noise('united.electricity_tco2e', 3) }} as electricity_tco2e,
    {{ without_noise('united.fuel_tco2e', 3) }} as fuel_tco2e,
    {{ without_noise('united.electricity_tco2e + united.fuel_tco2e', 3) }} as with_measures_tco2e,
    {{ without_noise('reduction.tco2e', 3) }} as reduction_tco2e,
    {{ without_noise('united.electricity_tco2e + united.fuel_tco2e + reduction.tco2e', 3) }}
        as no_measures_tco2e,
    {{ without_noise(
        between_points(
            'united.year', 'target.first_year', 'target.first_tco2e', 'target.last_year',
            'target.last_tco2e'
        ), 3
    ) }} as target_path_tco2e,
    {{ without_noise('united.electricity_tco2e + united.fuel_tco2e', 3) }}
    - target_path_tco2e as gap_tco2e,
    -- the factor at which the demand would meet the path: what the fuels leave, over the
    -- electricity
    {{ without_noise(
        '(target_path_tco2e - united.fuel_tco2e) * 1e3 / united.electricity_kwh', 6
    ) }} as closing_factor_kgco2e_per_kwh,
    united.electricity_factor_key,
    united.fuel_factor_key,
    united.source_release_key
from united
inner join target on target.sector_code = united.sector_code
inner join reduction on reduction.sector_code = united.sector_code and reduction.year = united.year
