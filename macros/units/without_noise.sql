{# Drops the noise of binary fractions, far below any printed digit:
   3165220800 for 3165220799.9999995. #}
{% macro without_noise(expression, decimals=6) -%}
    round({{ expression }}, {{ decimals }})
{%- endmacro %}
