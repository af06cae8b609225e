select
    dataset,
    source_release_key,
    rule_code,
    column_name,
    repair,
    repair_count
from {{ ref('stg_landing__repair') }}
union all
select
    published.dataset,
    published.source_release_key,
    'DQ13',
    'county_name',
    'county_of_today',
    count(*)
from {{ ref('int_emissions__unite_releases') }} as published
inner join {{ ref('ref_county') }} as county on county.county_code = published.county_code
where county.name_zh <> published.county_name
group by published.dataset, published.source_release_key
