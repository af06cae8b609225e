{%- set measures = {
    'emissions': ('tco2e', 'tco2e'),
    'electricity': ('electricity_kwh', 'kwh'),
    'fuel': ('fuel_gj', 'gj'),
    'cooling': ('cooling_tco2e', 'tco2e'),
    'lighting': ('lighting_tco2e', 'tco2e'),
    'appliances': ('appliances_tco2e', 'tco2e'),
    'hot_water': ('hot_water_tco2e', 'tco2e'),
    'cooking': ('cooking_tco2e', 'tco2e'),
} %}

with measured as (
    {%- for measure, (column, unit) in measures.items() %}
        select
            '{{ measure }}' as measure_code,
            '{{ unit }}' as unit_code,
            year,
            case_kind,
            {{ column }} as measured,
            source_release_key
        from {{ ref('int_sector_plan__simulate_residential') }}
        where case_kind in ('draw', 'mode')
        {{ 'union all' if not loop.last }}
    {%- endfor %}
),

summed as (
    select
        year,
        measure_code,
        unit_code,
        quantile_cont(measured, [0.05, 0.25, 0.5, 0.75, 0.95]) filter (where case_kind = 'draw')
            as percentiles,
        -- whole numbers: their sum is the same in any order
        sum(cast(measured as bigint)) filter (where case_kind = 'draw') as total,
        count(*) filter (where case_kind = 'draw') as draws,
        max(measured) filter (where case_kind = 'mode') as at_mode,
        any_value(source_release_key) as source_release_key
    from measured
    group by year, measure_code, unit_code
)

select
    year,
    measure_code,
    round(percentiles[1]) as p5_value,
    round(percentiles[2]) as p25_value,
    round(percentiles[3]) as p50_value,
    round(percentiles[4]) as p75_value,
    round(percentiles[5]) as p95_value,
    round(cast(total as double) / draws) as mean_value,
    at_mode as mode_value,
    unit_code,
    cast(draws as integer) as draw_count,
    cast('{{ var("residential_seed", "netzero") | replace("'", "''") }}' as varchar)
        as draw_seed_text,
    source_release_key
from summed
