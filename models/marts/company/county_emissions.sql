-- one row per county and year
select
    county_code,
    year,
    sum(total_tco2e)                                                    as total_tco2e,
    cast(count(*) as integer)                                           as facility_count,
    cast(count(distinct company_tax_id) as integer)                     as company_count,
    sum(total_tco2e) / sum(sum(total_tco2e)) over (partition by year)   as share_ratio,
    max(series_code)                                                    as series_code,
    string_agg(distinct source_release_key, ' ' order by source_release_key) as source_release_key
from {{ ref('fct_facility_emissions') }}
group by county_code, year
