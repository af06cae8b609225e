select
    unit_code,
    symbol,
    name_zh,
    name_en,
    quantity_kind,
    base_unit_code,
    to_base_factor,
    note
from {{ ref('ref_unit') }}
