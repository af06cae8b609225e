select
    min(dataset) as dataset,
    'DQ36' as rule_code,
    coalesce(nullif(concat_ws(' ', industry_class_code, industry_zh), ''), 'no industry')
        as entity_key,
    year as period,
    'industry_code' as column_name,
    round(sum(total_tco2e), 3)::varchar as raw_value,
    null::varchar as suggested_value,
    'warning' as severity,
    'neither the code nor the name is in the list of industries: '
    || round(sum(total_tco2e))::bigint || ' t count as other emitters, plants: ' || count(*)
        as explanation,
    min(source_release_key) as source_release_key
from {{ ref('int_emissions__select_as_of') }}
where industry_basis = 'unmapped'
group by industry_class_code, industry_zh, year

union all by name
-- of every plant and year the newest row that has both
select
    published.dataset,
    'DQ36' as rule_code,
    published.control_no as entity_key,
    published.year as period,
    'industry_class_code' as column_name,
    published.industry_class_code as raw_value,
    named.industry_class_code as suggested_value,
    'warning' as severity,
    'the code ' || published.industry_class_code || ' says ' || industry.industry_code
    || ', the name ' || published.industry_zh || ' says ' || industry.name_industry_code
    || ': the code is used' as explanation,
    published.source_release_key
from {{ ref('int_emissions__unite_releases') }} as published
inner join {{ ref('int_emissions__map_industry') }} as industry
    on industry.industry_class_code = published.industry_class_code
        and industry.industry_zh = published.industry_zh
        and industry.name_industry_code is not null
inner join {{ ref('ref_registry_industry') }} as named
    on named.registry_name_zh = published.industry_zh
where published.broken_rule is null
    and published.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (
        partition by published.control_no, published.year
        order by published.vintage_date desc, published.source_release_key desc
    ) = 1
