with printed as (
    select distinct
        'air_pollutants' as dataset,
        company_name
    from {{ ref('stg_moenv__air_pollutants') }}
    union
    select distinct
        'initiatives',
        company_name
    from {{ ref('stg_trade__initiative') }}
    union
    select distinct
        'coal_company',
        company_name
    from {{ ref('stg_observatory__coal_company') }}
    where tax_id is null and company_name is not null
),

known as (
    select distinct
        tax_id,
        {{ company_name_key('name_zh') }} as name_key
    from {{ ref('int_emissions__company') }}
    union
    select distinct
        tax_id,
        {{ company_name_key('short_name_zh') }}
    from {{ ref('int_emissions__company') }}
    where short_name_zh is not null
),

-- who declares for plants is named like them: 甲股份有限公司全興廠 belongs to 甲股份有限公司
owners as (
    select distinct
        tax_id,
        {{ company_name_key("regexp_extract(facility_name_zh, '^.*?有限公司')") }} as name_key
    from {{ ref('int_emissions__unite_releases') }}
    where broken_rule is null
),

answers as (
    select
        printed.dataset,
        printed.company_name,
        count(distinct known.tax_id) as answer_count,
        any_value(known.tax_id) as tax_id,
        count(distinct owners.tax_id) as owner_count,
        any_value(owners.tax_id) as owner_tax_id
    from printed
    left join known on known.name_key = {{ company_name_key('printed.company_name') }}
    left join owners
        on owners.name_key = {{ company_name_key('printed.company_name') }}
            and owners.name_key <> ''
            and printed.dataset = 'coal_company'
    group by printed.dataset, printed.company_name
)

select
    dataset,
    company_name,
    case
        when answer_count = 1 then tax_id
        when answer_count = 0 and owner_count = 1 then owner_tax_id
    end as tax_id,
    case
        when answer_count = 1 then 'same_name'
        when answer_count = 0 and owner_count = 1 then 'plant_name'
        when answer_count > 1 or owner_count > 1 then 'ambiguous'
        when company_name like '%子公司%' then 'subsidiary_marker'
        else 'unresolved'
    end as match_code
from answers
