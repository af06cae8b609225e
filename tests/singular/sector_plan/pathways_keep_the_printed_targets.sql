-- the five years of a target path add up to the printed sum and end at the printed target; sectors
-- add up to both; without measures = with + reductions
select
    'sector_pathway, '
    || path.sector_code
    || ': the target path adds up to '
    || sum(path.target_path_tco2e)
    || ' t and ends at '
    || max(path.target_path_tco2e) filter (where path.year = 2030) as problem
from {{ ref('sector_pathway') }} as path
where path.definition_code = 'utility_sales' and path.kloe_code = 'yearbook'
group by path.sector_code
having abs(sum(path.target_path_tco2e) - (
        select total.tco2e from {{ ref('fct_sector_target') }} as total
        where total.sector_code = path.sector_code and total.period_kind = 'period'
    )) > 0.01
    or abs(max(path.target_path_tco2e) filter (where path.year = 2030) - (
        select goal.tco2e from {{ ref('fct_sector_target') }} as goal
        where goal.sector_code = path.sector_code and goal.period_kind = 'year'
    )) > 0.01
union all
select
    'sector_pathway, '
    || year
    || ', '
    || definition_code
    || ', '
    || kloe_code
    || ': the two sectors do not add up to both'
from {{ ref('sector_pathway') }}
group by year, definition_code, kloe_code
having abs(
        sum(case when sector_code = 'residential_commercial' then -1 else 1 end * no_measures_tco2e)
    )
    > 0.01
    or abs(
        sum(
            case when sector_code = 'residential_commercial' then -1 else 1 end
            * with_measures_tco2e
        )
    )
    > 0.01
    or abs(
        sum(case when sector_code = 'residential_commercial' then -1 else 1 end * target_path_tco2e)
    )
    > 0.01
union all
select
    'sector_pathway, '
    || sector_code
    || ', '
    || year
    || ': without measures is not with measures + reductions'
from {{ ref('sector_pathway') }}
where abs(no_measures_tco2e - with_measures_tco2e - reduction_tco2e) > 0.01
