{# A header with its years in words that hold next year, too: {Y} is the year of the report, {Y-1}
   the one before. #}
{% macro without_years(name, report_year) -%}
    replace(replace(replace(
        {{ name }},
        cast({{ report_year }} as varchar), '{Y}'),
        cast({{ report_year }} - 1 as varchar), '{Y-1}'),
        cast({{ report_year }} - 2 as varchar), '{Y-2}')
{%- endmacro %}
