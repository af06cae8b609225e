{# Checks of the quantities of a quick estimate, for macro problems: each is empty or a number from 0 to 1e12; no plant, and no country, uses
   more in any of these units. #}
{% macro quantity_problems(row, columns) -%}
    {%- set checks = [] -%}
    {%- for name in columns -%}
        {%- do checks.append([
            row ~ '.' ~ name ~ ' is not null and coalesce(' ~ row ~ '.' ~ name ~ '_number, -1) not between 0 and 1e12',
            wrong_cell(row, name, "'a number from 0 to 1e12, or an empty cell for none'")
        ]) -%}
    {%- endfor -%}
    {{- return(checks) -}}
{%- endmacro %}

{# Whether nothing is stated that an estimate could rest on: all are empty or next to 0. A text that is no number counts as stated;
   it has its own message. #}
{% macro all_none(row, columns) -%}
    {%- for name in columns -%}
        coalesce({{ row }}.{{ name }}_number between 0 and 0.000999999, {{ row }}.{{ name }} is null){{ ' and ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
