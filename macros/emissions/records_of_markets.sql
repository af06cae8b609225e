-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the records of companies and funds end: see list_records. #}
{% macro market_records() -%}
    {%- set holdings = "concat_ws('/', fund_code, year, quarter, security_code)" %}
    {{- return([
        {
            'dataset': 'company_basics', 'from': ref('stg_market__company_basics'),
            'mart': 'dim_company', 'key': 'tax_id', 'model': 'int_emissions__company',
            'left_out': {'unknown_company': 'tax_id is null'},
        },
        {
            'dataset': 'company_basics_all', 'from': ref('stg_market__company_all'),
            'mart': 'dim_company', 'key': 'tax_id', 'model': 'int_emissions__company',
            'left_out': {'unknown_company': 'tax_id is null'},
        },
        {
            'dataset': 'company_panel', 'from': ref('stg_observatory__company'),
            'mart': 'dim_company', 'key': 'tax_id', 'model': 'int_emissions__company',
        },
        {
            'dataset': 'etf_holdings', 'from': ref('stg_market__fund_holding'),
            'mart': 'fct_fund_holding', 'key': holdings, 'model': 'int_emissions__link_holding',
        },
        {
            'dataset': 'esg_fund_holdings', 'from': ref('stg_market__esg_fund_holding'),
            'mart': 'fct_fund_holding', 'key': holdings, 'model': 'int_emissions__link_holding',
        },
        {
            'dataset': 'esg_fund_list', 'from': ref('stg_market__esg_fund'), 'mart': 'dim_fund',
            'key': "fund_code || '/is_esg_labelled'", 'model': 'int_emissions__fund',
        },
        {
            'dataset': 'fund_list', 'from': ref('stg_market__fund_list'), 'mart': 'dim_fund',
            'key': "fund_code || '/market_value_twd'", 'model': 'int_emissions__fund',
        },
        {
            'dataset': 'initiatives', 'from': ref('stg_trade__initiative'),
            'mart': 'fct_company_initiative', 'key': 'company_name',
            'model': 'int_emissions__initiative',
            'left_out': {
                'superseded_list': 'source_release_key not in (select source_release_key from '
                    ~ ref('int_emissions__initiative') ~ ')',
            },
        },
    ]) -}}
{%- endmacro %}
