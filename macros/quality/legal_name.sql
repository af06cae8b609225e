{# The legal person in the name of a plant: what stands up to the legal form; null without one. #}
{% macro legal_name(facility_name) -%}
    nullif(regexp_extract({{ facility_name }}, '^(.+?(股份有限公司|有限公司))', 1), '')
{%- endmacro %}
