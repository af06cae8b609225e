{# The shape that every reconciliation check returns; dq_reconciliation unions them.
   Tolerances are in the unit of the reported value: half a unit of its last printed digit, plus
   what the rounding of the inputs can do. An alternative is a second computation that an
   explanation predicts; it counts only when it reproduces the printed value. #}
{% macro check_columns() -%}
    check_code, table_ref, cell_ref, reported_value, half_unit, unit_code, recomputed_value,
    input_tolerance, formula, alternative_value, alternative_tolerance, explanation_code
{%- endmacro %}
