select
    strategy_code,
    year,
    sector_code,
    strategy_name_zh,
    strategy_name_en,
    printed_10k_tco2e,
    tco2e,
    printed_text,
    unit_text as printed_unit_text,
    cell_ref,
    source_release_key
from {{ ref('int_sector_plan__reduction') }}
