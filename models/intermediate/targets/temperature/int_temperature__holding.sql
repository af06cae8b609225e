{%- set owned = {
    'mots': 'market_cap_value',
    'eots': 'enterprise_value',
    'ecots': 'enterprise_and_cash_value',
    'aots': 'assets_value',
    'rots': 'revenue_value',
} %}
with held as (
    select
        'record' as source_kind_code,
        fund_code,
        year,
        quarter,
        fund_name_zh,
        coalesce(tax_id, security_code) as company_id,
        weight_pct as weight_value,
        source_release_key
    from {{ ref('int_emissions__link_holding') }}
    union all by name
    select
        source_kind_code,
        fund_code,
        year,
        quarter,
        company_id,
        investment_value as weight_value,
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
        -- two securities of a company may come from two releases; text joined over many groups is
        -- slow
        min(source_release_key) as first_release_key,
        max(source_release_key) as last_release_key
    from held
    group by source_kind_code, fund_code, year, quarter, company_id
)

select
    summed.* exclude (first_release_key, last_release_key),  -- noqa: RF02
    case
        when summed.first_release_key = summed.last_release_key then summed.first_release_key
        else summed.first_release_key || ' ' || summed.last_release_key
    end as source_release_key,
    company.company_id is not null as is_scored,
    company.s1s2_tco2e,
    company.s3_tco2e,
{%- for code, column in owned.items() %}
    -- a value of zero or below says nothing about who owns the emissions
    case when company.{{ column }} > 0 then summed.investment_value / company.{{ column }} end
        as {{ code }}_ratio
    {{- ',' if not loop.last }}
{%- endfor %}
from summed
left join {{ ref('int_temperature__company') }} as company
    on company.source_kind_code = summed.source_kind_code and company.company_id = summed.company_id
