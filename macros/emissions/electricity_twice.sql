{# True where a group of plants holds direct emissions of power stations and indirect emissions of
   purchased energy: its total counts what the stations burn for the others twice. #}
{% macro electricity_twice(industry_code, scope1, scope2) -%}
    coalesce(bool_or({{ industry_code }} = 'power_and_steam' and {{ scope1 }} > 0), false)
    and coalesce(sum({{ scope2 }}), 0) > 0
{%- endmacro %}
