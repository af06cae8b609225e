{# A project variable that may only take declared values: a typing error stops the build instead
   of emptying a join. #}
{% macro declared_var(name, allowed) -%}
    {%- set value = var(name) -%}
    {%- if value not in allowed -%}
        {{ exceptions.raise_compiler_error(
            "vars: " ~ name ~ " is '" ~ value ~ "'; valid are " ~ allowed | join(', ')
        ) }}
    {%- endif -%}
    {{- return(value) -}}
{%- endmacro %}
