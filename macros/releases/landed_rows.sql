-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Which data the models read: the embedded default in seeds/open_data, or everything that was
   landed. NETZERO_DATA is the one switch. Paths and switches are read while nodes run, never while
   the project is parsed: dbt would parse everything anew for another path. #}
{% macro reads_landed() -%}
    {%- set mode = env_var('NETZERO_DATA', 'embedded') if execute else 'embedded' -%}
    {%- if mode not in ('embedded', 'landed') -%}
        {%- set message = "NETZERO_DATA is '" ~ mode ~ "'; valid are embedded, landed" -%}
        {{ exceptions.raise_compiler_error(message) }}
    {%- endif -%}
    {{- return(mode == 'landed') -}}
{%- endmacro %}

{# The Parquet files of a landed dataset as a quoted glob; none where nothing of it was landed. #}
{% macro landed_files(pattern) -%}
    {%- if not execute -%}
        {{- return(none) -}}
    {%- endif -%}
    {%- set path = env_var('NETZERO_LANDED', 'landed') ~ '/' ~ pattern -%}
    {%- set glob = "'" ~ path | replace("'", "''") ~ "'" -%}
    {%- set count = run_query('select count(*) as n from glob(' ~ glob ~ ')').rows[0]['n'] -%}
    {{- return(glob if count else none) -}}
{%- endmacro %}

{# Declares a landed dataset as a parent, so that lineage starts at the file. The rows are read by
   path, because the folder is known only when the model runs. #}
{% macro declare_landed(dataset) -%}
    {%- do source('landed', dataset) -%}
{%- endmacro %}

{# Rows of a dataset with declared columns and types, and of each row its release and its number in
   the file. Embedded: the seed, or no rows where the panel has none. Landed: every vintage; no rows
   of a seed that no file is published for (dataset none). #}
{% macro landed_rows(dataset, columns, seed=none) -%}
    {%- if dataset -%}
        {%- do declare_landed(dataset) -%}
    {%- endif -%}
    {%- set files = landed_files(dataset ~ '/*.parquet') if dataset and reads_landed() else none %}
    {%- set from_seed = seed and not reads_landed() %}
    select
        {%- for name, type in columns.items() %}
        {%- set is_there = files or (from_seed and name in seed_columns(seed)) %}
        cast({{ name if is_there else 'null' }} as {{ type }}) as {{ name }},
        {%- endfor %}
        {%- if files %}
        source_release_key,
        cast(row_number as integer) as row_number
    from read_parquet({{ files }}, union_by_name = true)
        {%- elif from_seed %}
        source_release_key,
        cast(rowid + 1 as integer) as row_number
    from {{ seed }}
        {%- else %}
        cast(null as varchar) as source_release_key,
        cast(null as integer) as row_number
    where false
        {%- endif %}
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
