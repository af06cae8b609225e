{# Checks of a seed file. Every failing row is a sentence (column `problem`) that names the file, line, column and value
   and says what would be valid; report_failures prints it. #}

{% test header_is_declared(model) %}
    {%- set declared = [] -%}
    {%- if execute -%}
        {%- for node in graph.nodes.values() if node.resource_type == 'seed' and node.name == model.identifier -%}
            {%- do declared.extend(node.columns.keys()) -%}
        {%- endfor -%}
    {%- endif %}
    with found as (
        select column_name from information_schema.columns
        where table_schema = '{{ model.schema }}' and table_name = '{{ model.identifier }}'
    ),
    declared as (select unnest({{ declared | list }}::varchar[]) as column_name)
    select
        'seeds: {{ model.identifier }}.csv, line 1, column "' || coalesce(d.column_name, f.column_name) || '": '
        || case when f.column_name is null then 'declared, but missing from the header' else 'in the header, but not declared' end
        || '; the header must be {{ declared | join(",") }}' as problem
    from declared as d
    full join found as f on f.column_name = d.column_name
    where f.column_name is null or d.column_name is null
{% endtest %}

{% test unique_combination(model, columns) %}
    select '{{ model.identifier }}: {{ columns | join(", ") }} = ' || {{ columns | map('string') | join(" || ', ' || ") }}
        || ' occurs ' || count(*) || ' times'
        {%- if model.schema == 'seeds' %} || ', in lines ' || string_agg((rowid + 2)::varchar, ', ' order by rowid){% endif %}
        || '; it must be unique' as problem
    from {{ model }}
    group by {{ columns | join(', ') }}
    having count(*) > 1
{% endtest %}

{% test printed_numbers(model, columns, row_name=none, printed_only_in={}) %}
    with cells as (
        {%- for column in columns %}
        select rowid, {{ row_name or "table_ref || ' ' || row_label" }} as row_name, '{{ column }}' as column_name,
            {{ column }} as printed_text,
            {% if column in printed_only_in %}table_ref in ('{{ printed_only_in[column] | join("', '") }}'){% else %}true{% endif %} as is_printed
        from {{ model }}
        {{- ' union all' if not loop.last }}
        {%- endfor %}
    )
    select {{ seed_line(model) }} || ' (' || coalesce(row_name, 'no row name') || '), column "' || column_name || '": '
        || case when printed_text is null then 'empty, but the table prints a number here'
                when not is_printed then '"' || printed_text || '" stands where the table has no such column; leave it empty'
                else '"' || printed_text || '" is not a printed number; valid are e.g. 578, 1,343, 584.6, 21.6%' end as problem
    from cells
    where (is_printed and not coalesce(regexp_full_match(printed_text, '{{ printed_number_pattern() }}'), false))
        or (not is_printed and printed_text is not null)
{% endtest %}

{% test years_complete(model, first_year, last_year, tables) %}
    with expected as (
        select table_ref, year
        from (select unnest(['{{ tables | join("', '") }}']) as table_ref)
        cross join (select unnest(range({{ first_year }}, {{ last_year }} + 1)) as year)
    )
    select 'seeds: {{ model.identifier }}.csv, table ' || e.table_ref || ': the row of ' || e.year
        || ' is missing; the table prints {{ first_year }} to {{ last_year }}' as problem
    from expected as e
    left join {{ model }} as s on s.table_ref = e.table_ref and s.year = e.year and s.row_label = e.year::varchar
    where s.table_ref is null
{% endtest %}

{% test known_code(model, column_name, to, field) %}
    select {{ "'" ~ model.identifier ~ "'" if model.schema != 'seeds' else seed_line(model) }} || ', column "{{ column_name }}": "'
        || {{ column_name }} || '" is not in {{ to.identifier }}.{{ field }}; valid are '
        || (select case when count(*) <= 100 then string_agg({{ field }}, ', ' order by {{ field }}) else count(*) || ' others' end from {{ to }})
        as problem
    from {{ model }}
    where {{ column_name }} is not null
        and {{ column_name }} not in (select {{ field }} from {{ to }} where {{ field }} is not null)
{% endtest %}
