-- one row per holding of the example funds and of the user's portfolios; money in the currency of the companies' values
{%- set columns = {'portfolio_id': 'varchar', 'year': 'integer', 'quarter': 'integer', 'company_id': 'varchar', 'investment_value': 'double'} %}
with given as (
    {{ portfolio_rows('portfolio.csv', columns, ref('example_portfolio_holdings')) }}
)

select input_code, portfolio_id as fund_code, year, quarter, company_id, investment_value, source_release_key
from given
