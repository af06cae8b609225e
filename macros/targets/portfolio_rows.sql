{# Rows of the made-up examples, and those of a portfolio of the user's own where NETZERO_PORTFOLIO names a folder with `file`.
   Columns are chosen by name, so their order in the file is free; a missing one stops the build and is named. #}
{% macro portfolio_rows(file, columns, seed) -%}
    {%- set folder = env_var('NETZERO_PORTFOLIO', '') -%}
    select
        'example' as input_code, source_release_key,
        {%- for name, type in columns.items() %}
        cast({{ name }} as {{ type }}) as {{ name }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ seed }}
    {%- if folder %}
    union all
    select
        'portfolio' as input_code, null as source_release_key,
        {%- for name, type in columns.items() %}
        cast(nullif(trim({{ name }}), '') as {{ type }}) as {{ name }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ portfolio_file(folder ~ '/' ~ file, columns) }}
    {%- endif %}
{%- endmacro %}

{# A CSV file read as text, after a look at its header. #}
{% macro portfolio_file(path, columns) -%}
    {%- set quoted = "'" ~ path | replace("'", "''") ~ "'" -%}
    {%- set reader = 'read_csv(' ~ quoted ~ ', header = true, all_varchar = true, null_padding = false)' -%}
    {%- if execute -%}
        {%- if run_query('select count(*) as n from glob(' ~ quoted ~ ')').rows[0]['n'] == 0 -%}
            {{ exceptions.raise_compiler_error(path ~ ': there is no such file. NETZERO_PORTFOLIO names a folder with companies.csv, targets.csv '
                ~ 'and portfolio.csv; columns: models/_docs/methodology/targets/temperature_scores.md') }}
        {%- endif -%}
        {%- set found = run_query('describe select * from ' ~ reader).columns[0].values() | map('lower') | list -%}
        {%- set missing = columns.keys() | reject('in', found) | list -%}
        {%- if missing -%}
            {{ exceptions.raise_compiler_error(path ~ ': missing column(s) ' ~ missing | join(', ') ~ ' (found: ' ~ found | join(', ')
                ~ '). Leave a column empty where nothing is known; units: models/_docs/methodology/targets/temperature_scores.md') }}
        {%- endif -%}
    {%- endif -%}
    {{- return(reader) -}}
{%- endmacro %}
