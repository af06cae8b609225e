select
    company_key,
    year,
    tax_id,
    company_name_zh,
    case when filing_state <> 'not_filed' then published_t end as coal_t,
    filing_state,
    published_t as published_coal_t,
    resolution_code,
    source_release_key,
    row_number
from {{ ref('int_emissions__grade_coal') }}
