{# Words of a text separated by blanks, each once and in order: several source releases of one row;
   null where there is none. #}
{% macro distinct_words(text) -%}
    {%- set words = "list_filter(string_split(" ~ text ~ ", ' '), word -> word <> '')" -%}
    nullif(array_to_string(list_sort(list_distinct({{ words }})), ' '), '')
{%- endmacro %}
