select
    min(first_year) as first_year,
    max(last_year) as last_year
from {{ ref('int_sector_plan__target') }}
where period_kind = 'period'
