with named as (
    select tax_id from {{ ref('int_emissions__select_as_of') }}
    where tax_id is not null
    union
    select tax_id from {{ ref('stg_observatory__coal_company') }}
    where tax_id is not null
)

select
    named.tax_id,
    coalesce(company.tax_id, link.company_tax_id, named.tax_id) as company_tax_id,
    case
        when company.tax_id is not null then 'same_tax_id'
        when link.company_tax_id is not null then link.relation_code
        else 'unresolved'
    end as resolution_code,
    link.reason as resolution_reason
from named
left join {{ ref('int_emissions__company') }} as company on company.tax_id = named.tax_id
left join {{ ref('cor_tax_id_link') }} as link on link.tax_id = named.tax_id
