{# Check digit of a tax id 統一編號: digits x (1,2,1,2,1,2,4,1), digit sums added; divisible by 5
   (rule since 2023), and where the seventh digit is 7 its product may count as 0 or 1. #}
{% macro tax_id_is_valid(tax_id) -%}
    (
        regexp_full_match({{ tax_id }}, '[0-9]{8}')
        and (
            ({{ tax_id_sum(tax_id) }}) % 5 = 0
            or (substr({{ tax_id }}, 7, 1) = '7' and ({{ tax_id_sum(tax_id) }} + 1) % 5 = 0)
        )
    )
{%- endmacro %}

{% macro tax_id_sum(tax_id) -%}
    {%- for weight in [1, 2, 1, 2, 1, 2, 4, 1] -%}
        {%- set digit = "try_cast(substr(" ~ tax_id ~ ", " ~ loop.index ~ ", 1) as integer)" -%}
        {%- set product = digit ~ " * " ~ weight -%}
        {{ '(' ~ product ~ ') // 10 + (' ~ product ~ ') % 10' }}{{ ' + ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
