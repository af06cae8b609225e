{# Where a row stands and what its key is, read from the yml of its model or seed. #}

{# Where a row stands: file and line of a seed, the key of any other row. #}
{% macro place_of(node, key) -%}
    {%- if node.resource_type == 'seed' -%}
        'seeds: {{ node.name }}.csv, line ' || (rowid + 2)
    {%- elif key -%}
        '{{ node.name }}, row {{ key | join(", ") }} = ' || {{ values_of(key) }}
    {%- else -%}
        '{{ node.name }}'
    {%- endif -%}
{%- endmacro %}

{% macro values_of(columns) -%}
    concat_ws(', '{% for name in columns %}, coalesce({{ name }}::varchar, 'null'){% endfor %})
{%- endmacro %}

{# Columns of the key: the primary key of a table, meta.primary_key of a seed or view. #}
{% macro key_of(node) -%}
    {%- for constraint in node.constraints if constraint.type == 'primary_key' -%}
        {{- return(constraint.columns) -}}
    {%- endfor -%}
    {{- return(node.config.meta.get('primary_key', [])) -}}
{%- endmacro %}

{% macro has_primary_key(node) -%}
    {{- return(node.constraints | selectattr('type', 'equalto', 'primary_key') | list != []) -}}
{%- endmacro %}

{# Columns, and combinations of columns, that are unique beside the key. #}
{% macro unique_columns(node) -%}
    {%- set found = [] -%}
    {%- for column in node.columns.values() -%}
        {%- for constraint in column.constraints if constraint.type == 'unique' -%}
            {%- do found.append([column.name]) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- for constraint in node.constraints if constraint.type == 'unique' -%}
        {%- do found.append(constraint.columns) -%}
    {%- endfor -%}
    {{- return(found) -}}
{%- endmacro %}

{# The node of dbt's graph behind a relation. #}
{% macro node_of(relation) -%}
    {%- set names = ['seed.' ~ project_name ~ '.' ~ relation.identifier,
                     'model.' ~ project_name ~ '.' ~ relation.identifier] -%}
    {{- return(graph.nodes.get(names[0]) or graph.nodes[names[1]]) -}}
{%- endmacro %}
