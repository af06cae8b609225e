{# Names a row of a seed by file and line: rowid starts at 0, after the header. #}
{% macro seed_line(model) -%}
    'seeds: {{ model.identifier }}.csv, line ' || (rowid + 2)
{%- endmacro %}
