-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# The steps of a room's figures in the shape all rooms share; what a room does not state is null.
   Steps that name a printed cell take its text, page and release from `cells`. #}
{% macro as_trace(links, cells=none, page='null') -%}
    {%- set columns = {
        'mart': 'varchar', 'row_key': 'varchar', 'column_name': 'varchar',
        'source_release_key': 'varchar', 'file_name': 'varchar', 'row_number': 'integer',
        'cell_ref': 'varchar', 'page': 'varchar', 'raw_text': 'varchar',
        'parameter_table': 'varchar', 'parameter_key': 'varchar', 'parameter_year': 'integer',
        'parent_mart': 'varchar', 'parent_row_key': 'varchar',
    } %}
    select
        mart,
        row_key,
        cast(row_number() over (
            partition by mart, row_key
            order by
                column_name nulls first, cell_ref, source_release_key, file_name, row_number,
                parameter_table, parameter_key, parameter_year, parent_mart, parent_row_key,
                page, raw_text
        ) as integer) as sort_order,
        {{ columns.keys() | reject('in', ['mart', 'row_key']) | join(', ') }}
    from (
        select distinct
            {%- for name, type in columns.items() %}
            {%- set printed = {
                'source_release_key': 'cells.source_release_key', 'page': page,
                'raw_text': 'cells.printed_text',
            }.get(name) if cells else none %}
            {%- set stated = 'shaped.' ~ name %}
            {%- set value = 'coalesce(' ~ printed ~ ', ' ~ stated ~ ')' if printed else stated %}
            cast({{ value }} as {{ type }}) as {{ name }}{{ ',' if not loop.last }}
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
        {%- if cells %}
        left join {{ cells }} as cells on cells.cell_ref = shaped.cell_ref
        {%- endif %}
    ) as steps
{%- endmacro %}

{# The path of a seed as text: the file a row of the embedded default is in. #}
{% macro seed_file(name) -%}
    {%- set found = namespace(path=name) -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() | selectattr('resource_type', 'equalto', 'seed') -%}
            {%- if node.name == name -%}
                {%- set found.path = node.original_file_path -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    '{{ found.path }}'
{%- endmacro %}
