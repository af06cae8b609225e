select
    'coal_company' as dataset,
    'DQ20' as rule_code,
    company_key as entity_key,
    year as period,
    'coal_t' as column_name,
    published_t::varchar as raw_value,
    null::varchar as suggested_value,
    'warning' as severity,
    'zero inside a series of positive years: not filed, not zero' as explanation,
    source_release_key
from {{ ref('int_emissions__grade_coal') }}
where filing_state = 'not_filed'

union all by name
select
    matched.dataset,
    case matched.match_code when 'subsidiary_marker' then 'DQ14' else 'DQ12' end as rule_code,
    matched.company_name as entity_key,
    'company_name' as column_name,
    matched.company_name as raw_value,
    'warning' as severity,
    case matched.match_code
        when 'ambiguous' then 'more than one company bears this name: not matched'
        when 'subsidiary_marker' then 'names a subsidiary: never credited to the parent'
        else 'no company bears this name: not matched'
    end
    || case matched.dataset when 'coal_company' then '; its coal stays under the name' else '' end
        as explanation,
    printed.source_release_key
from {{ ref('int_emissions__match_name') }} as matched
inner join (
    select
        'initiatives' as dataset,
        min(source_release_key) as source_release_key
    from {{ ref('stg_trade__initiative') }}
    union all
    select
        'coal_company',
        max(source_release_key)
    from {{ ref('int_emissions__identify_coal') }}
) as printed on printed.dataset = matched.dataset
where matched.tax_id is null and printed.source_release_key is not null

union all by name
select
    min(missing.dataset) as dataset,
    'DQ26' as rule_code,
    missing.tax_id as entity_key,
    missing.year as period,
    'facility_count' as column_name,
    round(sum(missing.total_tco2e), 3)::varchar as raw_value,
    'event' as severity,
    'facility_missing: no row of '
    || string_agg(missing.facility_name_zh, ', ' order by missing.total_tco2e desc)
    || ', in ' || (missing.year - 1) || ' ' || round(sum(missing.total_tco2e))::bigint
    || ' t' || coalesce(
        '; the other plants of the company have '
        || round(any_value(company.total_tco2e))::bigint || ' t',
        '; the company has no plant left'
    ) as explanation,
    min(missing.source_release_key) as source_release_key
from {{ ref('int_emissions__find_missing_plant') }} as missing
left join {{ ref('int_emissions__company_year') }} as company
    on company.tax_id = missing.tax_id and company.year = missing.year
group by missing.tax_id, missing.year
