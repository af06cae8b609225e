-- one row per named pathway: the worked examples, and what a user adds to the seed
select
    *,
    cast(rowid + 1 as integer) as row_number
from {{ ref('example_pathway') }}
