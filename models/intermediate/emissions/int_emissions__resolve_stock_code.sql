-- a code on two lists is the company that the newest evidence names
select
    stock_code,
    tax_id,
    cast(count(*) over (partition by stock_code) as integer) as candidate_count
from {{ ref('int_emissions__company') }}
where stock_code is not null
qualify row_number()
        over (partition by stock_code order by preference, vintage_date desc, tax_id)
    = 1
