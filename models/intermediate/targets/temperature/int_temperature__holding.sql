-- one row per fund, quarter and company held: weight in the fund, and what the seven aggregations weigh with. Two securities of one company are one
-- holding; a security that leads to no company, or to none that is scored, stays with what is known of it.
with held as (
    select
        'record' as source_kind_code,
        fund_code,
        year,
        quarter,
        fund_name_zh,
        coalesce(tax_id, security_code) as company_id,
        weight_pct as weight_value,
        cast(null as double) as investment_value,
        source_release_key
    from {{ ref('int_emissions__link_holding') }}
    union all
    select
        source_kind_code,
        fund_code,
        year,
        quarter,
        null,
        company_id,
        investment_value,
        investment_value,
        source_release_key
    from {{ ref('int_temperature__read_holding') }}
),

summed as (
    select
        source_kind_code,
        fund_code,
        year,
        quarter,
        any_value(fund_name_zh) as fund_name_zh,
        company_id,
        sum(weight_value) as weight_value,
        sum(investment_value) as investment_value,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key
    from held
    group by source_kind_code, fund_code, year, quarter, company_id
)

select
    summed.*,
    company.company_id is not null as is_scored,
    summed.weight_value as wats_weight,
    nullif(company.s1s2_tco2e + company.s3_tco2e, 0) as tets_weight,
    {%- for code, column in {'mots': 'market_cap_value', 'eots': 'enterprise_value', 'ecots': 'enterprise_and_cash_value',
        'aots': 'assets_value', 'rots': 'revenue_value'}.items() %}
    -- a value of zero or below says nothing about who owns the emissions
    case
        when
            company.{{ column }} > 0
            then summed.investment_value
                / company.{{ column }}
                * (company.s1s2_tco2e + company.s3_tco2e)
    end
        as {{ code }}_weight{{ ',' if not loop.last }}
{%- endfor %}
from summed
left join
    {{ ref('int_temperature__company') }} as company
    on company.source_kind_code = summed.source_kind_code and company.company_id = summed.company_id
