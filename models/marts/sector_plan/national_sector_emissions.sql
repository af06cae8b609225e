select
    year,
    method_code,
    sector_code,
    co2_tco2e,
    share_ratio,
    source_release_key,
    row_number
from {{ ref('int_national__share_sector') }}
