{# A standing in the words of the SBTi as a code: "Targets set" is targets_set. #}
{% macro status_code(words) -%}
    regexp_replace(lower(trim({{ words }})), '[^a-z0-9]+', '_', 'g')
{%- endmacro %}
