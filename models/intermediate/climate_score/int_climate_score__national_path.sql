-- net emissions of the inventory fall in straight lines from the comparison year through every
-- national target in force; the first line may also rise, where 2019 lies below it
with comparison as (
    select
        cast(rule.first_path_year as integer) as first_path_year,
        cast(rule.comparison_year as integer) as year,
        inventory.net_tco2e,
        inventory.source_release_key
    from {{ ref('int_climate_score__rule_in_force') }} as rule
    left join {{ ref('int_emissions__select_inventory') }} as inventory
        on inventory.year = rule.comparison_year
    where rule.is_newest
),

points as (
    select
        year,
        cast(1 as double) as level_ratio
    from comparison
    union all
    select
        target.target_year,
        target.target_tco2e / comparison.net_tco2e
    from {{ ref('int_national__target') }} as target
    inner join comparison on target.target_year > comparison.year
    where target.is_on_path
),

segments as (
    select
        year as from_year,
        level_ratio as from_ratio,
        lead(year) over (order by year) as to_year,
        lead(level_ratio) over (order by year) as to_ratio
    from points
),

years as (
    select
        cast(unnest(generate_series(
            comparison.first_path_year, (select max(points.year) from points)
        )) as integer) as year,
        comparison.source_release_key
    from comparison
)

select
    years.year,
    {{ without_noise('coalesce(' ~ between_points(
        'years.year', 'segments.from_year', 'segments.from_ratio', 'segments.to_year',
        'segments.to_ratio'
    ) ~ ', segments.from_ratio)', 12) }} as of_2019_ratio,
    years.source_release_key
from years
asof left join segments on segments.from_year <= years.year
