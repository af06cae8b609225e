select
    coalesce(demand.industry_code, 'all_companies') as industry_code,
    demand.year,
    demand.option_code,
    cast(count(*) as integer) as company_count,
    cast(count(*) - count(demand.electricity_kwh) as integer)
        as company_without_electricity_count,
    sum(demand.electricity_kwh) as electricity_kwh,
    sum(demand.renewable_kwh) as renewable_kwh,
    {{ without_noise(
        '100 * sum(demand.renewable_kwh) / nullif(sum(demand.electricity_kwh), 0)', 6
    ) }} as renewable_share_pct,
    sum(demand.solar_equivalent_mw) as solar_equivalent_mw,
    any_value(rule.national_share_pct) as national_plan_share_pct
from {{ ref('int_pathways__renewable_demand') }} as demand
left join {{ ref('int_pathways__rule_in_force') }} as rule
    on rule.is_newest and rule.national_share_year = demand.year
group by grouping sets (
    (demand.industry_code, demand.year, demand.option_code), (demand.year, demand.option_code)
)
