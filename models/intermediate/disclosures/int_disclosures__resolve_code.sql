-- company codes of the readers (tax id, stock code, either with an underscore) led to a tax id; a group such as 長春集團 is no company
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
    union all
    select
        stock_code,
        tax_id,
        2
    from {{ ref('int_emissions__company') }}
    where stock_code is not null
)

select
    codes.company_code,
    case
        when
            regexp_full_match(ltrim(codes.company_code, '_'), '[0-9]{8}')
            then ltrim(codes.company_code, '_')
        else stock_codes.tax_id
    end as tax_id,
    case
        when regexp_full_match(ltrim(codes.company_code, '_'), '[0-9]{8}') then 'same_tax_id'
        when stock_codes.tax_id is not null then 'same_stock_code'
        else 'unresolved'
    end as resolution_code
from codes
left join stock_codes on stock_codes.stock_code = codes.company_code
qualify row_number()
        over (partition by codes.company_code order by stock_codes.preference, stock_codes.tax_id)
    = 1
