-- of the newest dashboard that is known
select
    'sbti_companies' as dataset,
    'DQ38' as rule_code,
    matched.company_name as entity_key,
    cast(year(release.vintage_date) as integer) as period,
    'company_name' as column_name,
    matched.company_name as raw_value,
    matched.tax_id as suggested_value,
    'warning' as severity,
    case matched.match_code
        when 'name_begins'
            then 'taken for ' || candidate.name_zh || ', whose English name "' || candidate.name_en
                || '" it begins with'
        when 'name_contradicted'
            then 'taken for nobody: it begins with "' || candidate.name_en
                || '" like the English name of ' || candidate.name_zh
                || ', which has none of the words that follow'
        when 'second_row'
            then 'another row of the dashboard is surer to be ' || candidate.name_zh
        else 'taken for nobody: ' || matched.candidate_tax_ids || ' have the same name'
    end as explanation,
    matched.source_release_key
from {{ ref('int_emissions__match_dashboard') }} as matched
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = matched.source_release_key
left join {{ ref('int_emissions__company') }} as candidate
    on candidate.tax_id = matched.candidate_tax_ids
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    and matched.match_code in ('name_begins', 'name_contradicted', 'second_row', 'ambiguous')
qualify dense_rank() over (order by release.vintage_date desc) = 1
