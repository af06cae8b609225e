-- one row per company and year: the sum of the plants it owned in that year
select
    company_tax_id                  as tax_id,
    year,
    sum(scope1_tco2e)               as scope1_tco2e,
    sum(scope2_tco2e)               as scope2_tco2e,
    sum(total_tco2e)                as total_tco2e,
    cast(count(*) as integer)       as facility_count,
    max(series_code)                as series_code,
    string_agg(distinct source_release_key, ' ' order by source_release_key) as source_release_key
from {{ ref('fct_facility_emissions') }}
where company_tax_id is not null
group by company_tax_id, year
