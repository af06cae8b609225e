{# The links of a room in the shape all rooms share: whatever a room does not state is null. #}
{% macro as_trace(links) -%}
    {%- set columns = {
        'mart': 'varchar', 'row_key': 'varchar', 'column_name': 'varchar',
        'source_release_key': 'varchar', 'file_name': 'varchar', 'row_number': 'integer',
        'cell_ref': 'varchar', 'page': 'varchar', 'raw_text': 'varchar',
        'parameter_table': 'varchar', 'parameter_key': 'varchar', 'parameter_year': 'integer',
        'parent_mart': 'varchar', 'parent_row_key': 'varchar',
    } %}
    select
        {%- for name, type in columns.items() %}
        cast({{ name }} as {{ type }}) as {{ name }}{{ ',' if not loop.last }}
        {%- endfor %}
    from (
        select
            {%- for name, type in columns.items() %}
            cast(null as {{ type }}) as {{ name }}{{ ',' if not loop.last }}
            {%- endfor %}
        where false
        union all by name
        select * from {{ links }}
    ) as shaped
{%- endmacro %}

{# The path of a seed as text: the file a row of the embedded default is in. #}
{% macro seed_file(name) -%}
    {%- set found = namespace(path=name) -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() if node.resource_type == 'seed' and node.name == name -%}
            {%- set found.path = node.original_file_path -%}
        {%- endfor -%}
    {%- endif -%}
    '{{ found.path }}'
{%- endmacro %}
