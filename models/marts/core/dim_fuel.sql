select
    fuel_code,
    name_zh,
    name_en,
    fuel_family,
    base_unit_code
from {{ ref('ref_fuel') }}
