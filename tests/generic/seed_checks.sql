-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Checks of a seed file. Every failing row is a sentence (column `problem`) that names the file,
   line, column and value and says what would be valid; it is printed. #}

{% test printed_numbers(model, columns, row_name=none, printed_only_in={}) %}
    with cells as (
        {%- for column in columns %}
        {%- set tables = printed_only_in.get(column) %}
        select
            rowid,
            {{ row_name or "table_ref || ' ' || row_label" }} as row_name,
            '{{ column }}' as column_name,
            {{ column }} as printed_text,
            {{ "table_ref in ('" ~ tables | join("', '") ~ "')" if tables else 'true' }}
                as is_printed
        from {{ model }}
        {{- ' union all' if not loop.last }}
        {%- endfor %}
    )
    select {{ seed_line(model) }} || ' (' || coalesce(row_name, 'no row name') || '), column "'
        || column_name || '": ' || case
            when printed_text is null then 'empty, but the table prints a number here'
            when not is_printed then '"' || printed_text
                || '" stands where the table has no such column; leave it empty'
            else '"' || printed_text
                || '" is not a printed number; valid are e.g. 578, 1,343, 584.6, 21.6%'
        end as problem
    from cells
    where case
        when is_printed then not coalesce(
            regexp_full_match(printed_text, '{{ printed_number_pattern() }}'), false
        )
        else printed_text is not null
    end
{% endtest %}

{% test years_complete(model, first_year, last_year, tables) %}
    with expected as (
        select table_ref, year
        from (select unnest(['{{ tables | join("', '") }}']) as table_ref)
        cross join (select unnest(range({{ first_year }}, {{ last_year }} + 1)) as year)
    )
    select 'seeds: {{ model.identifier }}.csv, table ' || expected.table_ref || ': the row of '
        || expected.year || ' is missing; the table prints {{ first_year }} to {{ last_year }}'
            as problem
    from expected
    left join {{ model }} as printed
        on printed.table_ref = expected.table_ref
            and printed.year = expected.year
            and printed.row_label = expected.year::varchar
    where printed.table_ref is null
{% endtest %}
