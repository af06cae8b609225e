select
    matched.source_release_key,
    matched.row_number,
    'sbti_companies' as dataset,
    matched.company_name,
    matched.isin,
    matched.lei,
    matched.tax_id,
    matched.match_code,
    doubt.explanation as doubt,
    matched.candidate_tax_ids
from {{ ref('int_emissions__match_dashboard') }} as matched
left join {{ ref('int_emissions__find_match_faults') }} as doubt
    on doubt.source_release_key = matched.source_release_key
        and doubt.entity_key = matched.company_name
