-- the path of companies and the tracking of the inventory pass through the same targets
with company as (
    select
        path.year,
        path.of_2019_ratio * level.net_tco2e as tco2e
    from {{ ref('int_climate_score__national_path') }} as path
    cross join {{ ref('int_climate_score__rule_in_force') }} as rule
    inner join {{ ref('national_target_tracking') }} as level
        on level.year = rule.comparison_year
    where rule.is_newest
)

select
    'national path of ' || tracked.year || ': ' || tracked.target_tco2e
    || ' t is the target, ' || tracked.path_from_base_tco2e || ', '
    || tracked.path_from_newest_tco2e || ' and ' || company.tco2e || ' t the paths' as problem
from {{ ref('national_target_tracking') }} as tracked
left join company on company.year = tracked.year
where tracked.target_tco2e is not null
    and not coalesce(
        abs(tracked.path_from_base_tco2e - tracked.target_tco2e) <= 1
        and abs(tracked.path_from_newest_tco2e - tracked.target_tco2e) <= 1
        and abs(company.tco2e - tracked.target_tco2e) <= 1,
        false
    )
