{# The year that a row is scored for, of the one row of int_temperature__reporting_year. #}
{% macro reporting_year(row, reporting) -%}
    case
        when {{ row }}.source_kind_code = 'example' then {{ reporting }}.example_year
        else {{ reporting }}.record_year
    end
{%- endmacro %}
