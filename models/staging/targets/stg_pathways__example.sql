select
    *,
    cast(rowid + 1 as integer) as row_number
from {{ ref('example_pathway') }}
