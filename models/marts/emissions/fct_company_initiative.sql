select
    company_name as company_name_zh,
    tax_id,
    match_code,
    sbti_status_text,
    sbti_status,
    is_re100,
    is_ev100,
    is_sec_ep100,
    list_date,
    source_release_key,
    row_number
from {{ ref('int_emissions__initiative') }}
