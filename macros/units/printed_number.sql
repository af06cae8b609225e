{# How the yearbook prints a number: commas, decimals, an optional minus and per cent sign. #}
{% macro printed_number_pattern() -%}
    ^-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)([.][0-9]+)?%?$
{%- endmacro %}

{# The number that a printed text states; per cent stays per cent.
   A text that is no number is an error, never a null. #}
{% macro printed_number(text) -%}
    cast(replace(replace({{ text }}, ',', ''), '%', '') as double)
{%- endmacro %}

{# Half a unit of the last printed digit, what rounding alone can explain:
   21.6% -> 0.05, 1,343 -> 0.5 #}
{% macro half_unit(text) -%}
    0.5 * pow(10, -length(regexp_extract({{ text }}, '[.]([0-9]+)', 1)))
{%- endmacro %}
