-- one row per industry of the plants and year
select
    industry_code,
    year,
    sum(total_tco2e)                                                    as total_tco2e,
    cast(count(*) as integer)                                           as facility_count,
    cast(count(distinct company_tax_id) as integer)                     as company_count,
    max(series_code)                                                    as series_code,
    string_agg(distinct source_release_key, ' ' order by source_release_key) as source_release_key
from {{ ref('fct_facility_emissions') }}
group by industry_code, year
