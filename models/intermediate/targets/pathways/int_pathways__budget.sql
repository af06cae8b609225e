with years as (
    select
        path.*,
        newest.last_year
    from {{ ref('int_climate_score__pathway') }} as path
    inner join (
        select
            tax_id,
            max(year) as last_year
        from {{ ref('int_climate_score__pathway') }}
        where actual_tco2e is not null
        group by tax_id
    ) as newest on newest.tax_id = path.tax_id
),

summed as (
    select
        years.tax_id,
        horizon.end_year,
        any_value(years.last_year) + 1 as first_year,
        -- a budget with years missing is none
        case when count(*) = count(years.target_path_tco2e) then sum(years.target_path_tco2e) end
            as target_budget_tco2e,
        case when count(*) = count(years.trend_tco2e) then sum(years.trend_tco2e) end
            as trend_budget_tco2e,
        case
            when count(*) = count(years.national_path_tco2e) then sum(years.national_path_tco2e)
        end as national_budget_tco2e,
        any_value(years.source_release_key) as source_release_key
    from years
    cross join (
        select unnest([target_year, budget_year, net_zero_year]) as end_year
        from {{ ref('int_pathways__rule_in_force') }}
        where is_newest
    ) as horizon
    where years.year > years.last_year and years.year <= horizon.end_year
    group by years.tax_id, horizon.end_year
)

select
    tax_id,
    cast(end_year as integer) as end_year,
    cast(first_year as integer) as first_year,
    {{ without_noise('target_budget_tco2e', 3) }} as target_budget_tco2e,
    {{ without_noise('trend_budget_tco2e', 3) }} as trend_budget_tco2e,
    {{ without_noise('national_budget_tco2e', 3) }} as national_budget_tco2e,
    {{ without_noise('target_budget_tco2e / nullif(national_budget_tco2e, 0) - 1', 9) }}
        as target_overshoot_ratio,
    {{ without_noise('trend_budget_tco2e / nullif(national_budget_tco2e, 0) - 1', 9) }}
        as trend_overshoot_ratio,
    source_release_key
from summed
where target_budget_tco2e is not null
    or trend_budget_tco2e is not null
    or national_budget_tco2e is not null
