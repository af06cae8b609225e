{# A path as a literal for DuckDB's readers, which take *, ? and [ as wildcards. `pattern` is what
   follows the path and may have some. #}
{% macro quoted_path(path, pattern='') -%}
    {%- set name = path | replace('[', '[[]') | replace('*', '[*]') | replace('?', '[?]') -%}
    {{- return("'" ~ (name ~ pattern) | replace("'", "''") ~ "'") -}}
{%- endmacro %}
