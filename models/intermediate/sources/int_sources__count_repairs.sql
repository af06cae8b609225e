-- what the landing repaired, by file, rule and column; county names are repaired in the models
{%- set repairs = landed_files('_repairs.parquet') if reads_landed() else none %}
with counted as (
    {%- if repairs %}
    select dataset, source_release_key, rule_code, column_name, repair, cast(repair_count as bigint) as repair_count
    from read_parquet({{ repairs }})
    union all
    {%- endif %}
    select
        published.dataset, published.source_release_key, 'DQ13' as rule_code, 'county_name' as column_name,
        'led to the county of today' as repair, count(*) as repair_count
    from {{ ref('int_emissions__unite_releases') }} as published
    inner join {{ ref('ref_county') }} as county on county.county_code = published.county_code
    where county.name_zh <> published.county_name
    group by published.dataset, published.source_release_key
)

select * from counted
