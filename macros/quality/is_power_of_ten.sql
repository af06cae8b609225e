{# Whether a ratio lies close to 100, 1000, ... or 0.01, 0.001, ...: a unit error, not growth.
   `min_power` and `tolerance` are the rules dq21:min_power and dq21:tolerance. #}
{% macro is_power_of_ten(ratio, min_power='2', tolerance='0.2') -%}
    (
        coalesce({{ ratio }}, 0) > 0
        and abs(round(log10(case when {{ ratio }} > 0 then {{ ratio }} end))) >= {{ min_power }}
        and abs(
            {{ ratio }} / pow(10, round(log10(case when {{ ratio }} > 0 then {{ ratio }} end))) - 1
        ) <= {{ tolerance }}
    )
{%- endmacro %}
