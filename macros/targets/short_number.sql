{# A number for a sentence: three decimals at most, none where it is whole. #}
{% macro short_number(number) -%}
    regexp_replace(cast(round({{ number }}, 3) as varchar), '[.]0$', '')
{%- endmacro %}
