select
    target_key,
    measure_code,
    name_en,
    name_zh,
    target_year,
    value,
    unit_code,
    is_superseded,
    printed_text,
    source,
    confidence,
    note,
    source_release_key,
    row_number
from {{ ref('int_national__energy_target') }}
