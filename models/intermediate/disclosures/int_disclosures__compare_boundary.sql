select
    company.tax_id,
    company.report_year as year,
    scope1.value_number as scope1_tco2e,
    scope2.value_number as scope2_tco2e,
    scope1.value_number + scope2.value_number as disclosed_tco2e,
    registry.total_tco2e as registry_tco2e,
    registry.scope2_tco2e as registry_scope2_tco2e,
    disclosed_tco2e / nullif(registry.total_tco2e, 0) as disclosed_per_registry_ratio,
    nullif(array_to_string(list_distinct(
        regexp_extract_all(concat_ws(' ', scope1.note, scope2.note), wording.pattern)
    ), ' '), '') as boundary_words,
    scope1.source_release_key,
    scope1.row_number
from {{ ref('int_disclosures__company') }} as company
inner join {{ ref('int_disclosures__field') }} as scope1
    on scope1.tax_id = company.tax_id
        and scope1.report_year = company.report_year
        and scope1.field_code = 'scope1'
inner join {{ ref('int_disclosures__field') }} as scope2
    on scope2.tax_id = company.tax_id
        and scope2.report_year = company.report_year
        and scope2.field_code = 'scope2'
left join {{ ref('rule_report_wording') }} as wording on wording.wording_code = 'boundary'
left join {{ ref('int_emissions__company_year') }} as registry
    on registry.tax_id = company.tax_id and registry.year = company.report_year
