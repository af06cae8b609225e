{# Whether a value is good enough for a band of the radar: the lowest band takes all, a band without minimum takes any value. #}
{% macro in_band(value) -%}
    (band.score = 0 or (
        {{ value }} is not null and (axis.is_re100 or not band.needs_re100)
        and (band.minimum_value is null or {{ value }} > band.minimum_value or ({{ value }} = band.minimum_value and not band.is_strict))
    ))
{%- endmacro %}
