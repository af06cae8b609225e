select
    company_name_zh,
    year,
    pollutant_zh,
    tax_id,
    match_code,
    value,
    unit_code,
    source_release_key,
    row_number
from {{ ref('int_emissions__attribute_pollutants') }}
