-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the national targets, pledges and sectors end: see list_records. #}
{% macro sector_plan_records() -%}
    {{- return([
        {
            'dataset': 'national_target', 'from': ref('stg_national__target'),
            'mart': 'fct_national_target', 'key': 'target_key', 'model': 'int_national__target',
        },
        {
            'dataset': 'net_zero_pledge', 'from': ref('stg_national__net_zero_pledge'),
            'mart': 'fct_net_zero_pledge', 'key': "''", 'model': 'int_national__share_pledge',
        },
        {
            'dataset': 'co2_by_sector', 'from': ref('stg_national__co2_by_sector'),
            'mart': 'national_sector_emissions',
            'key': "concat_ws('/', year, method_code, sector_code)",
            'model': 'int_national__share_sector',
            'left_out': {'total_row': "sector_code = 'total'"},
        },
    ]) -}}
{%- endmacro %}
