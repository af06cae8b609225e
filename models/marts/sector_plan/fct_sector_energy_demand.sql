select
    sector_code,
    carrier_code,
    year,
    quantity,
    unit_code,
    yearbook_kloe_gj,
    indicator_kloe_gj,
    printed_text,
    unit_text as printed_unit_text,
    cell_ref,
    source_release_key
from {{ ref('int_sector_plan__energy_demand') }}
