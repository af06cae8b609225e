{# A name as it is looked up: small letters, narrow digits and brackets, no blanks, hyphens or
   underscores. R-410A, r410a and R 410a are one. #}
{% macro text_key(text) -%}
    {%- set narrow = "translate(lower(" ~ text ~ "), '０１２３４５６７８９（）', '0123456789()')" -%}
    regexp_replace({{ narrow }}, '[\s_‐–—-]', '', 'g')
{%- endmacro %}
