-- rows of the sheets whose code is another company's than their name, or nobody's
with known as (
    select
        {{ company_name_key('name_zh') }} as name_key,
        tax_id
    from {{ ref('int_emissions__company') }}
    union
    select
        {{ company_name_key('short_name_zh') }},
        tax_id
    from {{ ref('int_emissions__company') }}
    where short_name_zh is not null
),

-- a name that two companies bear says nothing
named as (
    select
        name_key,
        any_value(tax_id) as tax_id
    from known
    group by name_key
    having count(distinct tax_id) = 1
),

printed as (
    select
        'energy_revenue' as dataset,
        sheet.company_code,
        sheet.company_name,
        code.tax_id,
        sheet.source_release_key,
        sheet.row_number
    from {{ ref('stg_observatory__energy_revenue') }} as sheet
    inner join {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = sheet.company_code
    union
    select
        'ghg_revenue',
        tax_id,
        company_name,
        tax_id,
        source_release_key,
        row_number
    from {{ ref('stg_observatory__ghg_revenue') }}
)

select
    printed.dataset,
    printed.company_code,
    printed.company_name,
    printed.tax_id,
    named.tax_id as name_tax_id,
    printed.source_release_key,
    printed.row_number
from printed
inner join named on named.name_key = {{ company_name_key('printed.company_name') }}
where printed.tax_id is distinct from named.tax_id
