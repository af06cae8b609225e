-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the rows of a user and of the examples end: see list_records. They share releases, so that
   each data set looks for its rows in its own mart. #}
{% macro own_plant_records() -%}
    {%- set marts = {
        'activity_data': 'fct_inventory_line', 'quick_estimate': 'quick_estimate',
        'energy_user': 'regulated_user_assessment', 'saving_year': 'saving_rate_assessment',
        'saving_measure': 'saving_measure_credit', 'storage_site': 'storage_siting_assessment',
        'breaker_test': 'breaker_trip_assessment', 'cbam_goods': 'cbam_exposure',
        'portfolio_company': 'company_temperature_score',
        'portfolio_target': 'company_temperature_score',
        'portfolio_holding': 'fund_temperature_score',
    } -%}
    {%- set mart -%}
        case dataset_code
            {%- for dataset, mart in marts.items() %}
            when '{{ dataset }}' then '{{ mart }}'
            {%- endfor %}
        end
    {%- endset -%}
    {{- return([
        {
            'several': true, 'dataset': 'dataset_code', 'from': ref('stg_own_plant__row'),
            'mart': mart, 'key': "''", 'model': 'int_own__accept',
        },
    ]) -}}
{%- endmacro %}
