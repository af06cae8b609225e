-- one row per company and year: the sum of the plants it owned in that year, ranked only where the year is complete
with summed as (
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
)

select
    summed.*,
    judged.is_complete                  as is_complete_period,
    cast(case when judged.is_complete then rank() over (partition by summed.year order by summed.total_tco2e desc) end as integer)
        as emission_rank
from summed
inner join {{ ref('int_emissions__judge_year') }} as judged on judged.year = summed.year
