-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# NETZERO_DATA is the one switch of which data the models read:
     embedded  the published figures in the seeds open_data_*
     landed    every vintage that was landed, and no seed of published figures
     newest    every vintage that was landed; the embedded figures are one vintage more of their
               dataset, unless that very vintage was landed
   Switches and paths are read while nodes run, never while the project is parsed: dbt would parse
   everything anew for another path. #}
{% macro data_mode() -%}
    {%- set mode = env_var('NETZERO_DATA', 'embedded') if execute else 'embedded' -%}
    {%- if mode not in ('embedded', 'landed', 'newest') -%}
        {%- set message = "NETZERO_DATA is '" ~ mode ~ "'; valid are embedded, landed, newest" -%}
        {{ exceptions.raise_compiler_error(message) }}
    {%- endif -%}
    {{- return(mode) -}}
{%- endmacro %}

{# Whether published figures are read from the landing area. #}
{% macro reads_landed() -%}
    {{- return(data_mode() != 'embedded') -}}
{%- endmacro %}

{# The seed of each dataset that published figures are embedded of. #}
{% macro embedded_seeds() -%}
    {{- return({
        'company_panel': 'open_data_company',
        'company_basics_all': 'open_data_market_company',
        'ghg_registry': 'open_data_ghg_registry',
        'plant_coordinates': 'open_data_plant_coordinate',
        'coal_company': 'open_data_coal_company',
        'coal_plant': 'open_data_coal_plant',
        'ghg_p_02': 'open_data_ghg_p_02',
        'report_fields': 'open_data_report_field',
        'disclosure_sheet': 'open_data_disclosure_sheet',
        'energy_revenue': 'open_data_energy_revenue',
        'ghg_revenue': 'open_data_ghg_revenue',
        'income_annual': 'open_data_income_statement',
        'initiatives': 'open_data_initiative',
        'etf_holdings': 'open_data_fund_holding',
        'esg_fund_holdings': 'open_data_esg_fund_holding',
        'esg_fund_list': 'open_data_esg_fund',
        'energy_indicators': 'open_data_energy_indicator',
    }) -}}
{%- endmacro %}

{# Whether the models read a seed of embedded_seeds. In `newest` a landed file of the same vintage
   is the same publication, whole: its rows stand for those of the seed. The list of the
   observatory is no file; it came with its sheet. A caller has ref_source_release as a parent. #}
{% macro reads_embedded(dataset, seed) -%}
    {%- set mode = data_mode() -%}
    {%- if mode != 'newest' -%}
        {{- return(mode == 'embedded') -}}
    {%- endif -%}
    {%- set published_as = 'disclosure_sheet' if dataset == 'company_panel' else dataset -%}
    {%- set files = landed_files(published_as ~ '/*.parquet') -%}
    {%- if not files -%}
        {{- return(true) -}}
    {%- endif -%}
    {%- set same_vintage -%}
        select count(*) as n
        from {{ ref('ref_source_release') }}
        where source_release_key in (select source_release_key from {{ seed }})
            and vintage_date in (
                select vintage_date from read_parquet({{ files }}, union_by_name = true)
            )
    {%- endset -%}
    {{- return(run_query(same_vintage).rows[0]['n'] == 0) -}}
{%- endmacro %}
