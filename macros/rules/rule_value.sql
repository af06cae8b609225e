{# One threshold in force in a year, where a model needs no more than one; else rules_in_force. #}
{% macro rule_value(rule_key, year) -%}
    (
        select rule.value from {{ ref('rule_threshold') }} as rule
        where rule.rule_key = '{{ rule_key }}'
            and {{ year }} between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
    )
{%- endmacro %}
