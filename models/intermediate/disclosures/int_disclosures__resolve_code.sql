-- a tax id or a stock code, either with an underscore; a group such as 長春集團 is no company
with codes as (
    select company_code from {{ ref('stg_observatory__report_field') }}
    union
    select company_code from {{ ref('stg_observatory__energy_revenue') }}
),

stock_codes as (
    select
        stock_code,
        tax_id,
        1 as preference
    from {{ ref('int_disclosures__company') }}
    where stock_code is not null
    union all by name
    select
        stock_code,
        tax_id,
        2 as preference
    from {{ ref('int_emissions__company') }}
    where stock_code is not null
),

read as (
    select
        company_code,
        ltrim(company_code, '_') as bare_code,
        regexp_full_match(bare_code, '[0-9]{8}') as is_tax_id
    from codes
)

select
    read.company_code,
    case when read.is_tax_id then read.bare_code else stock_codes.tax_id end as tax_id,
    case
        when read.is_tax_id then 'same_tax_id'
        when stock_codes.tax_id is not null then 'same_stock_code'
        else 'unresolved'
    end as resolution_code
from read
left join stock_codes on stock_codes.stock_code = read.company_code
qualify row_number() over (
        partition by read.company_code order by stock_codes.preference, stock_codes.tax_id
    ) = 1
