{# A number as people write it (1234.5, 1,234.5, 1e6); null where the text is none, or one too large
   to hold. #}
{% macro number_from_text(text) -%}
    case
        when regexp_full_match(
            {{ text }}, '[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?([eE][+-]?[0-9]+)?'
        ) and isfinite(try_cast(replace({{ text }}, ',', '') as double))
            then try_cast(replace({{ text }}, ',', '') as double)
    end
{%- endmacro %}

{# A day as people write it (2024-01-31, 2024/1/31, 2024年1月31日, a date of a workbook); null where
   the calendar has no such day. #}
{% macro day_from_text(text) -%}
    try_cast(
        regexp_replace(
            regexp_extract(
                translate({{ text }}, '０１２３４５６７８９／－', '0123456789/-'),
                '^((19|20)[0-9]{2}[-/年][0-9]{1,2}[-/月][0-9]{1,2})日?( 00:00:00)?$', 1
            ), '[/年月]', '-', 'g'
        ) as date
    )
{%- endmacro %}

{# The cell of a column in a row, from the long int_own__cell or int_own__accept: as stated, as a
   number, as a day, or as the code of a word. For queries grouped by row. #}
{% macro cell_text(column) -%}
    max(raw_text) filter (where column_code = '{{ column }}')
{%- endmacro %}

{% macro cell_number(column) -%}
    max(number_value) filter (where column_code = '{{ column }}')
{%- endmacro %}

{% macro cell_whole(column) -%}
    try_cast({{ cell_number(column) }} as integer)
{%- endmacro %}

{% macro cell_day(column) -%}
    max(day_value) filter (where column_code = '{{ column }}')
{%- endmacro %}

{% macro cell_code(column) -%}
    max(word_code) filter (where column_code = '{{ column }}')
{%- endmacro %}

{# yes, no, or not stated. #}
{% macro cell_flag(column) -%}
    bool_or(word_code = 'yes') filter (where column_code = '{{ column }}')
{%- endmacro %}

{# Who states a row and where, for queries grouped by row. #}
{% macro row_columns() -%}
    source_kind_code,
    source_release_key,
    row_number,
    file_name
{%- endmacro %}

{# A message of rule_own_cell with what it leaves to the row: the latest year, the unit, the value
   and its thousandth. For int_own__cell, which has them. #}
{% macro filled_message(message) -%}
    {%- set filled = {
        '{latest_year}': "coalesce(try_cast(maximum as bigint)::varchar, '')",
        '{unit}': "coalesce(unit_text, 'this unit')",
        '{value}': "coalesce(raw_text, '')",
        '{thousandth}': "coalesce(format('{:g}', number_value / 1000), '')",
    } -%}
    {%- set text = namespace(sql=message) -%}
    {%- for name, value in filled.items() -%}
        {%- set text.sql = 'replace(' ~ text.sql ~ ", '" ~ name ~ "', " ~ value ~ ')' -%}
    {%- endfor -%}
    {{ text.sql }}
{%- endmacro %}

{# CTEs of int_own__cell: rows of one's own, and their cells below one another. Carried along with
   each of its cells, a row would be copied as often as it has columns. #}
{% macro cells_of_rows() -%}
    rows_of_own as materialized (
        select
            *,
            row_number() over () as row_id
        from {{ ref('stg_own_plant__row') }}
    ),

    cell as (
        select
            row_id,
            unnest(
                map_entries(from_json(raw_row, '"MAP(VARCHAR, VARCHAR)"')), recursive := true
            )
        from rows_of_own
    ),
{%- endmacro %}
