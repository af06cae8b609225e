{# Saving rate in per cent: saved / (saved + used), not saved / used. #}
{% macro saving_rate_pct(saved, used) -%}
    100 * {{ saved }} / ({{ saved }} + {{ used }})
{%- endmacro %}

{# What half a unit of the last printed digit of both can do to the rate, in per cent. #}
{% macro saving_rate_tolerance(saved, saved_half_unit, used, used_half_unit) -%}
    100 * ({{ used }} * {{ saved_half_unit }} + {{ saved }} * {{ used_half_unit }})
    / pow({{ saved }} + {{ used }}, 2)
{%- endmacro %}
