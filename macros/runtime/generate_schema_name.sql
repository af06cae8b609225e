{# Schemas are named seeds, staging, intermediate and marts in every target: the names are a
   contract with readers. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
