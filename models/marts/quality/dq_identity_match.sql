select
    emissions.year,
    coalesce(resolved.resolution_code, 'no_tax_id') as resolution_code,
    cast(count(*) as integer) as facility_count,
    sum(emissions.total_tco2e) as total_tco2e,
    sum(emissions.scope1_tco2e) as scope1_tco2e,
    count(*) / sum(count(*)) over (partition by emissions.year) as facility_share_ratio,
    sum(emissions.total_tco2e)
    / sum(sum(emissions.total_tco2e)) over (partition by emissions.year) as tonnage_share_ratio,
    sum(emissions.scope1_tco2e)
    / sum(sum(emissions.scope1_tco2e)) over (partition by emissions.year) as scope1_share_ratio
from {{ ref('fct_facility_emissions') }} as emissions
left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
    on resolved.tax_id = emissions.tax_id
group by emissions.year, resolved.resolution_code
