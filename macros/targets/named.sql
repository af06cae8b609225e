{# The names whose condition holds, as a list: {'base_year': 'base_year is null', ...}. #}
{% macro named(conditions) -%}
    list_filter([
    {%- for name, condition in conditions.items() %}
        case when {{ condition }} then '{{ name }}' end{{ ',' if not loop.last }}
    {%- endfor %}
    ], name -> name is not null)
{%- endmacro %}
