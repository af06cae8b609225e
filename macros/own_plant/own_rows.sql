{# A where clause for the landed lists: in the embedded default nothing but own data is read from the landing area. #}
{% macro only_own(dataset) -%}
    {{- "" if reads_landed() else "where " ~ dataset ~ " in ('" ~ own_columns_zh().keys() | join("', '") ~ "')" -}}
{%- endmacro %}

{# Rows of the example and of the user's own landed files, every column as text: what a row must hold is judged in the models,
   so that a row gets all its messages at once. #}
{% macro own_rows(dataset, columns, seed) -%}
    {%- do declare_landed(dataset) -%}
    {%- set files = landed_files(dataset ~ '/*.parquet') %}
    select
        'example' as input_code, source_release_key, cast(rowid + 1 as integer) as row_number,
        'seeds/own_plant/{{ seed.identifier }}.csv' as file_name, {{ own_columns(columns) }}
    from {{ seed }}
    {%- if files %}
    union all
    select 'own', source_release_key, cast(row_number as integer), file_name, {{ own_columns(columns) }}
    from read_parquet({{ files }}, union_by_name = true)
    {%- endif %}
{%- endmacro %}

{% macro own_columns(columns) -%}
    to_json({ {%- for name in columns %}'{{ name }}': {{ name }}{{ ', ' if not loop.last }}{% endfor -%} })::varchar as raw_row
    {%- for name in columns -%}
    , nullif(trim({{ name }}), '') as {{ name }}
    {%- endfor %}
{%- endmacro %}

{# A number as people write it (1234.5, 1,234.5, 1e6); null where the text is none, or one too large to hold. #}
{% macro number_from_text(text) -%}
    case when regexp_full_match({{ text }}, '[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?([eE][+-]?[0-9]+)?')
        and isfinite(try_cast(replace({{ text }}, ',', '') as double))
        then try_cast(replace({{ text }}, ',', '') as double) end
{%- endmacro %}

{# All that is wrong with a row, in one sentence; null where nothing is. `checks` are pairs: a condition (null counts as false), and what to say.
   A row is refused even where there is nothing to say. #}
{% macro problems(checks) -%}
    nullif(array_to_string(list_filter([
        {%- for condition, message in checks %}
        case when {{ condition }} then coalesce({{ message }}, 'the row cannot be used (check {{ loop.index }})') end{{ ',' if not loop.last }}
        {%- endfor %}
    ], problem -> problem is not null), '; '), '')
{%- endmacro %}

{# What a cell holds and what it should hold; `expected` is an SQL expression. #}
{% macro wrong_cell(row, column, expected) -%}
    'column {{ column }} ' || coalesce('holds "' || {{ row }}.{{ column }} || '"', 'is empty') || '; expected ' || {{ expected }}
{%- endmacro %}

{# Says so where a year was written in the ROC calendar; empty otherwise. #}
{% macro roc_hint(year) -%}
    case when {{ year }} between 80 and 199 and {{ year }} = trunc({{ year }})
        then '; ' || {{ year }}::integer || ' looks like a ROC year, write ' || (1911 + {{ year }}::integer) else '' end
{%- endmacro %}

{# Among good rows of a key the first counts; a later one is told where that stands. Null for the first, and for rows that are wrong anyway. #}
{% macro repeated(problem, key, what) -%}
    {%- set same_key -%}
        partition by input_code, {{ key }}, {{ problem }} is null order by source_release_key, row_number
    {%- endset -%}
    case when {{ problem }} is null and row_number() over ({{ same_key }}) > 1
        then 'the row repeats {{ what }} of row ' || first_value(row_number) over ({{ same_key }}) || ' of ' || first_value(file_name) over ({{ same_key }})
            || '; expected each once' end
{%- endmacro %}
