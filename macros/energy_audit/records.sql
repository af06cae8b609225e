-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the national energy indicators end: see list_records. #}
{% macro energy_audit_records() -%}
    {{- return([
        {
            'dataset': 'energy_indicators', 'from': ref('stg_energy_administration__indicator'),
            'mart': 'national_energy_indicator', 'key': 'year',
            'model': 'int_energy_audit__select_indicator',
        },
    ]) -}}
{%- endmacro %}
