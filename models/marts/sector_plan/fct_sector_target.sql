select
    sector_code,
    period_kind,
    first_year,
    last_year,
    mtco2e,
    tco2e,
    printed_text,
    unit_text as printed_unit_text,
    cell_ref,
    source_release_key
from {{ ref('int_sector_plan__target') }}
