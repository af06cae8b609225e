{# Whether a ratio lies within 20 % of 100, 1000, ... or 0.01, 0.001, ...: a unit error, not growth. #}
{% macro is_power_of_ten(ratio) -%}
    (
        coalesce({{ ratio }}, 0) > 0
        and abs(round(log10(case when {{ ratio }} > 0 then {{ ratio }} end))) >= 2
        and abs({{ ratio }} / pow(10, round(log10(case when {{ ratio }} > 0 then {{ ratio }} end))) - 1) <= 0.2
    )
{%- endmacro %}
