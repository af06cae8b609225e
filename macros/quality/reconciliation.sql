{# Checks of printed figures with their verdict: match within half a unit of the last printed digit,
   rounding within what the rounding of the inputs can do besides, else mismatch. An alternative is
   a second computation that an explanation predicts. `checks` names a relation with reported_value,
   half_unit, recomputed_value, input_tolerance and alternative_value. #}
{% macro judged_checks(checks) -%}
    select
        *,
        abs(recomputed_value - reported_value) as gap,
        abs(alternative_value - reported_value) as alternative_gap,
        -- binary fractions of printed decimals
        1e-9 + 1e-14 * abs(reported_value) as noise,
        case
            when gap <= half_unit + noise then 'match'
            when gap <= half_unit + input_tolerance + noise then 'rounding'
            else 'mismatch'
        end as verdict
    from {{ checks }}
{%- endmacro %}
