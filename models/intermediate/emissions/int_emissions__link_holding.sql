with holdings as (
    select
        *,
        1 as preference
    from {{ ref('stg_market__fund_holding') }}
    union all
    select
        *,
        2
    from {{ ref('stg_market__esg_fund_holding') }}
),

labels as (
    select distinct listed.fund_code
    from {{ ref('stg_market__esg_fund') }} as listed
    inner join {{ ref('int_releases__release') }} as listed_release
        on listed_release.source_release_key = listed.source_release_key
    where listed_release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
)

select
    holdings.fund_code,
    holdings.year,
    holdings.quarter,
    holdings.security_code,
    holdings.fund_name as fund_name_zh,
    holdings.security_name as security_name_zh,
    holdings.weight_pct,
    company.tax_id,
    case when company.tax_id is not null then 'same_stock_code' else 'unresolved' end
        as resolution_code,
    labels.fund_code is not null as is_esg_labelled,
    holdings.source_release_key,
    holdings.row_number
from holdings
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = holdings.source_release_key
left join labels on labels.fund_code = holdings.fund_code
left join {{ ref('int_emissions__resolve_stock_code') }} as company
    on company.stock_code = holdings.security_code
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
-- a fund may be on both lists of the exchange
qualify row_number() over (
        partition by holdings.fund_code, holdings.year, holdings.quarter, holdings.security_code
        order by release.vintage_date desc, holdings.preference
    ) = 1
