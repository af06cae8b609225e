-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Loads a seed as text by DuckDB's own reader, with the types that its yml declares once.
   A header that differs from the yml, or a cell that is not of its type, stops here. #}
{% materialization seed, adapter='duckdb' %}
    {%- set file = quoted_path(adapter.get_seed_file_path(model)) -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- set header = read_header(file) -%}
    {% do require_declared_header(model, header.rows[0]['header']) %}
    {% do store_result('agate_table', response='OK', agate_table=header) %}  {# dbt asks for it #}
    {% call statement('main') -%}
        create or replace table {{ this }} as
        from read_csv({{ file }}, header = true, auto_detect = false, delim = ',', quote = '"',
            escape = '"', nullstr = '', columns = {
                {%- for column in model.columns.values() %}
                '{{ column.name }}': '{{ column.data_type }}'{{ ',' if not loop.last }}
                {%- endfor %}
            })
    {%- endcall %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {{ adapter.commit() }}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return({'relations': [this.incorporate(type='table')]}) }}
{% endmaterialization %}

{% macro read_header(file) %}
    {{ return(run_query(
        "select split_part(replace(content, chr(13), ''), chr(10), 1) as header"
        ~ " from read_text(" ~ file ~ ")"
    )) }}
{% endmacro %}

{% macro require_declared_header(model, header) %}
    {%- set found = header.lstrip('\ufeff').split(',') -%}
    {%- set declared = model.columns.keys() | list -%}
    {%- if found != declared -%}
        {%- set says = [] -%}
        {%- for name in declared if name not in found -%}
            {%- do says.append('column "' ~ name ~ '": declared, but missing from the header') -%}
        {%- endfor -%}
        {%- for name in found if name not in declared -%}
            {%- do says.append('column "' ~ name ~ '": in the header, but not declared') -%}
        {%- endfor -%}
        {{ exceptions.raise_compiler_error('seeds: ' ~ model.name ~ '.csv, line 1, '
            ~ (says | join('; ') or 'columns in another order')
            ~ '; the header must be ' ~ declared | join(',')) }}
    {%- endif -%}
{% endmacro %}
