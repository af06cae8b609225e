-- one row per edition and target year of the national reduction targets
select
    *,
    cast(rowid + 1 as integer) as row_number
from {{ ref('national_target') }}
