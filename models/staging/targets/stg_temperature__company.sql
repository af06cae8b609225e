-- one row per company of the examples and of the user's portfolio; tonnes of CO2e, money in one currency
{%- set columns = {
    'company_id': 'varchar', 'company_name': 'varchar', 'isic': 'varchar', 'ghg_s1s2': 'double', 'ghg_s3': 'double',
    'company_market_cap': 'double', 'company_enterprise_value': 'double', 'company_ev_plus_cash': 'double',
    'company_total_assets': 'double', 'company_revenue': 'double',
} %}
with given as (
    {{ portfolio_rows('companies.csv', columns, ref('example_portfolio_companies')) }}
)

select
    input_code, company_id, company_name,
    upper(isic)                 as isic_code,
    ghg_s1s2                    as s1s2_tco2e,
    ghg_s3                      as s3_tco2e,
    company_market_cap          as market_cap_value,
    company_enterprise_value    as enterprise_value,
    company_ev_plus_cash        as enterprise_and_cash_value,
    company_total_assets        as assets_value,
    company_revenue             as revenue_value,
    source_release_key
from given
