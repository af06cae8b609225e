select
    company_name_zh,
    year,
    pollutant_zh,
    pollutant_code,
    tax_id,
    match_code,
    value,
    unit_code,
    unit_confidence,
    source_release_key,
    row_number
from {{ ref('int_emissions__attribute_pollutants') }}
