with inventory as (
    select
        year,
        net_tco2e,
        total_tco2e,
        source_release_key
    from {{ ref('int_emissions__select_inventory') }}
),

levels as (
    select *
    from {{ ref('int_national__target') }}
    where is_on_path and target_tco2e is not null
),

bounds as (
    select
        min(base_year) as first_year,
        max(target_year) as last_year
    from levels
),

base as (
    select inventory.*
    from inventory
    inner join bounds on bounds.first_year = inventory.year
),

-- corner points of either line: one from the base year, one from the newest inventory year
points as (
    select
        'base' as line_code,
        year,
        net_tco2e as value
    from base
    union all by name
    select
        'newest' as line_code,
        year,
        net_tco2e as value
    from inventory
    qualify year = max(year) over ()
    union all by name
    select
        line.line_code,
        levels.target_year as year,
        levels.target_tco2e as value
    from levels
    cross join (select unnest(['base', 'newest']) as line_code) as line
),

segments as (
    select
        line_code,
        year as from_year,
        value as from_value,
        lead(year) over by_line as to_year,
        lead(value) over by_line as to_value
    from points
    window by_line as (partition by line_code order by year)
),

years as (
    select cast(unnest(range(first_year, last_year + 1)) as integer) as year
    from bounds
),

lines as (
    select
        years.year,
        max(drawn.value_of_year) filter (where drawn.line_code = 'base') as base_line,
        max(drawn.value_of_year) filter (where drawn.line_code = 'newest') as newest_line
    from years
    left join (
        select
            corner.line_code,
            covered.year,
            {{ between_points(
                'covered.year', 'corner.from_year', 'corner.from_value', 'corner.to_year',
                'corner.to_value'
            ) }} as value_of_year
        from segments as corner
        inner join years as covered on covered.year between corner.from_year and corner.to_year
    ) as drawn on drawn.year = years.year
    group by years.year
)

select
    lines.year,
    own.net_tco2e,
    own.total_tco2e,
    {{ without_noise('lines.base_line', 3) }} as path_from_base_tco2e,
    {{ without_noise('lines.newest_line', 3) }} as path_from_newest_tco2e,
    {{ without_noise('own.net_tco2e - lines.base_line', 3) }} as gap_tco2e,
    levels.target_tco2e,
    levels.target_lower_tco2e,
    levels.target_upper_tco2e,
    levels.edition,
    {{ without_noise('100 * (1 - own.net_tco2e / base.net_tco2e)', 6) }}
        as reduction_since_2005_pct,
    coalesce(own.source_release_key, base.source_release_key) as source_release_key
from lines
cross join base
left join inventory as own on own.year = lines.year
left join levels on levels.target_year = lines.year
