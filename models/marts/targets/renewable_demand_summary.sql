-- one row per industry (or all), year and option; companies without an electricity figure are counted, not guessed
select
    coalesce(industry_code, 'all_companies') as industry_code,
    year,
    option_code,
    cast(count(*) as integer) as company_count,
    cast(count(*) - count(electricity_kwh) as integer) as company_without_electricity_count,
    sum(electricity_kwh) as electricity_kwh,
    sum(renewable_kwh) as renewable_kwh,
    {{ without_noise('100 * sum(renewable_kwh) / nullif(sum(electricity_kwh), 0)', 6) }}
        as renewable_share_pct,
    sum(solar_equivalent_mw) as solar_equivalent_mw,
    case when year = 2030 then {{ rule_value('renewable:national_share_2030', '2030') }} end
        as national_plan_share_pct
from {{ ref('int_pathways__renewable_demand') }}
group by grouping sets ((industry_code, year, option_code), (year, option_code))
