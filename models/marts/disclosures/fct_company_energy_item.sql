-- one row per company, year and energy item of the report's free text, converted to GJ and tCO2e where that can be done
select
    tax_id,
    year,
    item_no,
    item_zh,
    energy_type_code,
    fuel_code,
    quantity,
    unit_code,
    energy_gj,
    tco2e,
    heating_value_key,
    emission_factor_key,
    not_converted_reason,
    item_text,
    page,
    source_release_key,
    row_number
from {{ ref('int_disclosures__convert_item') }}
