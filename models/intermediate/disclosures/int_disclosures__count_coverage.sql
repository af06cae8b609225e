select
    'report_fields' as dataset,
    company.report_year as period,
    count(distinct field.tax_id) as entity_count,
    count(distinct company.tax_id) as expected_count,
    entity_count / expected_count as coverage_ratio,
    entity_count = expected_count as is_complete,
    min(company.source_release_key) as source_release_key
from {{ ref('int_disclosures__company') }} as company
left join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = company.tax_id
        and field.report_year = company.report_year
        and field.has_report
group by company.report_year
