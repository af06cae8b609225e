-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# The Parquet files of a landed dataset as a quoted glob; none where nothing of it was landed. #}
{% macro landed_files(pattern) -%}
    {%- if not execute -%}
        {{- return(none) -}}
    {%- endif -%}
    {%- set glob = quoted_path(env_var('NETZERO_LANDED', 'landed'), '/' ~ pattern) -%}
    {%- set count = run_query('select count(*) as n from glob(' ~ glob ~ ')').rows[0]['n'] -%}
    {{- return(glob if count else none) -}}
{%- endmacro %}

{# Declares a landed dataset as a parent, so that lineage starts at the file. The rows are read by
   path, because the folder is known only when the model runs. #}
{% macro declare_landed(dataset) -%}
    {%- do source('landed', dataset) -%}
{%- endmacro %}

{# Rows of a dataset with declared columns and types, and of each row its release and its number in
   the file: every landed vintage, and the seed where it is read (reads_embedded); no rows where
   there is neither. A seed that no file is published for has dataset none. #}
{% macro landed_rows(dataset, columns, seed=none) -%}
    {%- if dataset -%}
        {%- do declare_landed(dataset) -%}
    {%- endif -%}
    {%- if seed -%}
        {%- do ref('ref_source_release') -%}
    {%- endif -%}
    {%- set files = landed_files(dataset ~ '/*.parquet') if dataset and reads_landed() else none %}
    {%- set inputs = [] -%}
    {%- if files -%}
        {%- set landed = 'read_parquet(' ~ files ~ ', union_by_name = true)' -%}
        {%- do inputs.append((landed, 'row_number', columns.keys())) -%}
    {%- endif -%}
    {%- if seed and execute and reads_embedded(dataset or 'company_panel', seed) -%}
        {%- do inputs.append((seed, 'rowid + 1', seed_columns(seed))) -%}
    {%- endif -%}
    {%- for relation, row_number, known in inputs %}
    select
        {%- for name, type in columns.items() %}
        cast({{ name if name in known else 'null' }} as {{ type }}) as {{ name }},
        {%- endfor %}
        source_release_key,
        cast({{ row_number }} as integer) as row_number
    from {{ relation }}
    {{ 'union all' if not loop.last }}
    {%- else %}
    select
        {%- for name, type in columns.items() %}
        cast(null as {{ type }}) as {{ name }},
        {%- endfor %}
        cast(null as varchar) as source_release_key,
        cast(null as integer) as row_number
    where false
    {%- endfor %}
{%- endmacro %}

{# Columns that a seed declares. #}
{% macro seed_columns(seed) -%}
    {%- set names = [] -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() | selectattr('resource_type', 'equalto', 'seed') -%}
            {%- if node.name == seed.identifier -%}
                {%- do names.extend(node.columns.keys()) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {{- return(names) -}}
{%- endmacro %}
