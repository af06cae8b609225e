-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where declared fuel, pollutants and penalties end: see list_records. #}
{% macro declaration_records() -%}
    {%- set quarter = "concat_ws('/', control_no, year, quarter)" %}
    {%- set spoken = quarter ~ ' in (select ' ~ quarter ~ ' from '
        ~ ref('int_declarations__choose_fuel') ~ ' where exclusion_code is null)' %}
    {%- set pollutants -%}
        (
            from {{ ref('stg_moenv__ems_p_08') }}
            unpivot include nulls (declared_value for column_name in (columns('_(t|kg)$')))
        ) as pollutants
    {%- endset %}
    {{- return([
        {
            'dataset': 'aqx_p_555', 'from': ref('stg_moenv__aqx_p_555'),
            'mart': 'fct_facility_fuel_use', 'key': "''", 'model': 'int_declarations__choose_fuel',
            'left_out': {'other_source_preferred': spoken},
        },
        {
            'dataset': 'fuel_declaration', 'from': ref('stg_moenv__fuel_declaration'),
            'mart': 'fct_facility_fuel_use', 'key': "''", 'model': 'int_declarations__choose_fuel',
            'left_out': {'other_source_preferred': spoken},
        },
        {
            'dataset': 'ems_p_08', 'from': pollutants, 'mart': 'fct_facility_air_pollutants',
            'key': "concat_ws('/', control_no, report_period_text, "
                ~ "regexp_replace(column_name, '_(t|kg)$', ''))",
            'model': 'int_declarations__measure_pollutant',
            'left_out': {'no_value': 'declared_value is null'},
        },
        {
            'dataset': 'ems_p_46', 'from': ref('stg_moenv__ems_p_46'), 'mart': 'fct_penalty',
            'key': "concat_ws('/', source_release_key, row_number)",
            'model': 'int_declarations__choose_penalty',
            'left_out': {
                'superseded_list': 'source_release_key not in (select source_release_key from '
                    ~ ref('int_declarations__choose_penalty') ~ ')',
            },
        },
    ]) -}}
{%- endmacro %}
