-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the income statements end: see list_records. #}
{% macro climate_score_records() -%}
    {%- set charged -%}
        select concat_ws('/', company.stock_code, charged.year)
        from {{ ref('int_emissions__company') }} as company
        inner join {{ ref('int_climate_score__charge_plant') }} as charged
            on charged.tax_id = company.tax_id
        where company.stock_code is not null
    {%- endset %}
    {{- return([
        {
            'dataset': 'income_annual', 'from': ref('stg_market__income_statement'),
            'mart': 'company_carbon_fee', 'key': "concat_ws('/', stock_code, year)",
            'model': 'int_emissions__net_profit',
            'left_out': {
                'no_value': 'net_income_twd1000 is null',
                'not_in_population': "concat_ws('/', stock_code, year) not in (" ~ charged ~ ')',
            },
        },
    ]) -}}
{%- endmacro %}
