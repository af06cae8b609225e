{# Arithmetic of the carbon fee 碳費. `rule` is the alias of a row of rule_carbon_fee. #}

{# (E - K) x coefficient, tonnes rounded half up to three decimals; 0 below the threshold.
   Decimals, not binary fractions: half of a thousandth must round up. #}
{% macro chargeable_tco2e(emissions, rule) -%}
    case when {{ emissions }} >= {{ rule }}.liable_from_tco2e
        then round(cast(
            (
                cast({{ emissions }} as decimal(30, 6))
                - cast({{ rule }}.deduction_tco2e as decimal(30, 6))
            ) * cast({{ rule }}.adjustment_ratio as decimal(4, 2)) as decimal(30, 6)
        ), 3)
        else 0 end
{%- endmacro %}

{# Chargeable tonnes x rate, cut to whole TWD. #}
{% macro carbon_fee_twd(chargeable, rule) -%}
    trunc({{ chargeable }} * cast({{ rule }}.rate_twd_per_t as decimal(8, 0)))
{%- endmacro %}

{# Lines of an inventory that are electricity the plant buys. #}
{% macro is_electricity() -%}
    scope_code = 'scope2' and category_code = 'purchased_electricity'
{%- endmacro %}
