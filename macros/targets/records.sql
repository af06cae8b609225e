-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Where the rows of the SBTi dashboard and of the examples end: see list_records. #}
{% macro targets_records() -%}
    {{- return([
        {
            'dataset': 'sbti_companies', 'from': ref('stg_sbti__dashboard'),
            'mart': 'sbti_target_validation', 'key': "''", 'model': 'int_sbti__select_dashboard',
            'left_out': {
                'outside_taiwan': "coalesce(location, '') not like 'Taiwan%'",
                'superseded_list': 'source_release_key not in (select source_release_key from '
                    ~ ref('int_sbti__select_dashboard') ~ ')',
            },
        },
        {
            'dataset': 'example_sbti_company', 'from': ref('stg_sbti__example_company'),
            'mart': 'sbti_target_validation', 'key': "''", 'model': 'int_sbti__company',
        },
        {
            'dataset': 'example_sbti_target', 'from': ref('stg_sbti__example_target'),
            'mart': 'sbti_target_validation', 'key': "''", 'model': 'int_sbti__target',
        },
        {
            'dataset': 'example_pathway', 'from': ref('stg_pathways__example'),
            'mart': 'reference_pathway', 'key': "''", 'model': 'int_pathways__draw',
        },
    ]) -}}
{%- endmacro %}
