{# Which data the models read: the embedded default in seeds/open_data, or everything that was landed. NETZERO_DATA is the one switch. #}
{% macro reads_landed() -%}
    {%- set mode = env_var('NETZERO_DATA', 'embedded') -%}
    {%- if mode not in ('embedded', 'landed') -%}
        {{ exceptions.raise_compiler_error("NETZERO_DATA is '" ~ mode ~ "'; valid are embedded, landed") }}
    {%- endif -%}
    {{- return(mode == 'landed') -}}
{%- endmacro %}

{# The Parquet files of a landed dataset as a quoted glob, or none where nothing of it was landed. #}
{% macro landed_files(pattern) -%}
    {%- set glob = "'" ~ env_var('NETZERO_LANDED', 'landed') | replace("'", "''") ~ '/' ~ pattern ~ "'" -%}
    {%- if execute and run_query('select count(*) as n from glob(' ~ glob ~ ')').rows[0]['n'] == 0 -%}
        {{- return(none) -}}
    {%- endif -%}
    {{- return(glob) -}}
{%- endmacro %}

{# Rows of a dataset with declared columns and types, and of each row its release and its number in the file.
   Embedded: the seed, or no rows where the panel has none. Landed: every vintage. #}
{% macro landed_rows(dataset, columns, seed=none) -%}
    {%- set files = landed_files(dataset ~ '/*.parquet') if reads_landed() else none %}
    {%- set from_seed = seed and not reads_landed() %}
    select
        {%- for name, type in columns.items() %}
        cast({{ name if files or (from_seed and name in seed_columns(seed)) else 'null' }} as {{ type }}) as {{ name }},
        {%- endfor %}
        {%- if files %}
        source_release_key, cast(row_number as integer) as row_number
    from read_parquet({{ files }}, union_by_name = true)
        {%- elif from_seed %}
        source_release_key, cast(rowid + 1 as integer) as row_number
    from {{ seed }}
        {%- else %}
        cast(null as varchar) as source_release_key, cast(null as integer) as row_number
    where false
        {%- endif %}
{%- endmacro %}

{# Columns that a seed declares. #}
{% macro seed_columns(seed) -%}
    {%- set names = [] -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() if node.resource_type == 'seed' and node.name == seed.identifier -%}
            {%- do names.extend(node.columns.keys()) -%}
        {%- endfor -%}
    {%- endif -%}
    {{- return(names) -}}
{%- endmacro %}
