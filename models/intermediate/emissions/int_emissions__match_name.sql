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

answers as (
    select
        printed.dataset,
        printed.company_name,
        count(distinct known.tax_id) as answer_count,
        any_value(known.tax_id) as tax_id
    from printed
    left join known on known.name_key = {{ company_name_key('printed.company_name') }}
    group by printed.dataset, printed.company_name
)

select
    dataset,
    company_name,
    case when answer_count = 1 then tax_id end as tax_id,
    case
        when answer_count = 1 then 'same_name'
        when answer_count > 1 then 'ambiguous'
        when company_name like '%子公司%' then 'subsidiary_marker'
        else 'unresolved'
    end as match_code
from answers
