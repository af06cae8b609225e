{# Flags are lists inside and text at the mart: joined by blanks, null where there is none. #}
{% macro flags_text(flags) -%}
    nullif(array_to_string({{ flags }}, ' '), '')
{%- endmacro %}
