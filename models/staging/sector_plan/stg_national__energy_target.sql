select
    *,
    cast(rowid + 1 as integer) as row_number
from {{ ref('national_energy_target') }}
