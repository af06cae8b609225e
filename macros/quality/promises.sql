-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# What the yml of a model or seed promises of its rows, asked as a query.
   DuckDB refuses a row that breaks a constraint while a table is made; a seed or a view has no
   constraints, so the generic test `guard` asks instead. Both say the same sentence. #}

{# One row per broken promise: `problem` names the row, the column, the value, and what is valid.
   `relation` is a table, a view, or a query in brackets. `codes` maps a column to the list that
   knows its codes: a relation, or {to, field} where the column has another name there.
   `constraints` off asks for the codes, and for `key` where it is given, alone. #}
{% macro broken_promises(node, relation, codes={}, key=none, constraints=true) -%}
    {%- set is_seed = node.resource_type == 'seed' -%}
    {%- set columns = node.columns.values() if constraints else [] -%}
    {%- set row_key = key or key_of(node) -%}
    {%- set place = place_of(node, row_key) -%}
    select unnest(list_filter([
        {%- for column in columns %}
        {%- for constraint in column.constraints %}
        {%- if constraint.type == 'not_null' %}
        {{ broken_cell(place, column.name, column.name ~ ' is null', "empty; expected a value") }},
        {%- elif constraint.type == 'check' %}
        {%- set broken = 'not (' ~ constraint.expression ~ ')' %}
        {{ broken_cell(place, column.name, broken, constraint.expression) }},
        {%- endif %}
        {%- endfor %}
        {%- endfor %}
        {%- for name in row_key if constraints and has_primary_key(node) %}
        {{ broken_cell(place, name, name ~ ' is null', "empty; expected a value") }},
        {%- endfor %}
        {%- for constraint in node.constraints if constraints and constraint.type == 'check' %}
        case when not ({{ constraint.expression }})
            then {{ place }} || ': expected {{ constraint.expression | replace("'", "''") }}' end,
        {%- endfor %}
        {%- for name, list in codes.items() %}
        {{ unknown_code(place, name, list) }},
        {%- endfor %}
        null
    ], problem -> problem is not null)) as problem
    from {{ relation }}
    {%- set unique = ([row_key] if row_key and (constraints or key) else []) %}
    {%- for columns in unique + (unique_columns(node) if constraints else []) %}
    union all
    select '{{ node.name }}: {{ columns | join(", ") }} = ' || {{ values_of(columns) }}
        || ' occurs ' || count(*) || ' times'
        {%- if is_seed %}
        || ', in lines ' || string_agg((rowid + 2)::varchar, ', ' order by rowid)
        {%- endif %}
        || '; it must be unique'
    from {{ relation }}
    {%- if columns != row_key %}
    where {{ columns | join(' is not null and ') }} is not null
    {%- endif %}
    group by {{ columns | join(', ') }}
    having count(*) > 1
    {%- endfor %}
{%- endmacro %}

{# Says that a cell breaks a promise. `expected` is a condition on the column, or a sentence. #}
{% macro broken_cell(place, column, condition, expected) -%}
    case when {{ condition }} then {{ place }} || ', column "{{ column }}": '
        {%- if condition.endswith(' is null') %} || '{{ expected }}'
        {%- else %} || '"' || {{ column }} || '"; expected {{ expected | replace("'", "''") }}'
        {%- endif %} end
{%- endmacro %}

{# `list` is a relation whose column has the same name, or {to, field}; {to, field, list} asks one
   list of ref_vocabulary; {.., separator} asks each word of a text that joins several. #}
{% macro unknown_code(place, column, list) -%}
    {%- set is_relation = list.identifier is defined -%}
    {%- set known = list if is_relation else list.to -%}
    {%- set field = column if is_relation else list.field -%}
    {%- set list_code = '' if is_relation else list.get('list', '') -%}
    {%- set separator = '' if is_relation else list.get('separator', '') -%}
    {%- set source = known ~ ' where ' ~ field ~ ' is not null' -%}
    {%- set source = source ~ (" and list_code = '" ~ list_code ~ "'" if list_code else '') -%}
    {%- set words = "string_split(" ~ column ~ ", '" ~ separator ~ "')" -%}
    case when
        {%- if separator %} not list_has_all(
            (select list({{ field }}) from {{ source }}), {{ words }}
        )
        {%- else %} {{ column }} not in (select {{ field }} from {{ source }})
        {%- endif %}
        then {{ place }} || ', column "{{ column }}": "' ||
            {%- if separator %} (
                select string_agg(word, '", "') from unnest({{ words }}) as split (word)
                where word not in (select {{ field }} from {{ source }})
            )
            {%- else %} {{ column }}
            {%- endif %} || '" is not in {{ known.identifier }}.{{ field }}
            {%- if list_code %}, list {{ list_code }}{% endif %}; valid are ' || (
                select case
                    when count(*) <= 100 then string_agg({{ field }}, ', ' order by {{ field }})
                    else count(*) || ' others'
                end
                from {{ source }}
            ) end
{%- endmacro %}
