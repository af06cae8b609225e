-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Data sets that are landed and that no table uses. Whoever stages one takes it from this list, and
   declares it in the records of its room. #}
{% macro unread_datasets() -%}
    {{- return([
        'fund_list', 'monthly_revenue', 'twse_esg_energy', 'twse_esg_ghg',
    ]) -}}
{%- endmacro %}

{# Their records: see list_records. #}
{% macro unread_records() -%}
    {{- return([
        {
            'several': true, 'dataset': 'dataset', 'from': ref('stg_landing__unread'),
            'mart': "'none'", 'key': "''", 'model': 'stg_landing__unread',
            'left_out': {'no_mart_yet': 'true'},
        },
    ]) -}}
{%- endmacro %}
