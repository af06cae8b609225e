{# Drops the noise of binary fractions (3165220799.9999995 for 3165220800), far below any printed digit. #}
{% macro without_noise(expression, decimals=6) -%}
    round({{ expression }}, {{ decimals }})
{%- endmacro %}
