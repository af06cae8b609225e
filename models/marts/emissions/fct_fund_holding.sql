select
    fund_code,
    year,
    quarter,
    security_code,
    fund_name_zh,
    security_name_zh,
    weight_pct,
    tax_id,
    resolution_code,
    is_esg_labelled,
    source_release_key,
    row_number
from {{ ref('int_emissions__link_holding') }}
