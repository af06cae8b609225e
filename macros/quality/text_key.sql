{# A name as it is looked up: small letters, narrow digits and brackets, no blanks, hyphens or underscores. R-410A, r410a and R 410a are one. #}
{% macro text_key(text) -%}
    regexp_replace(translate(lower({{ text }}), '０１２３４５６７８９（）', '0123456789()'), '[\s_‐–—-]', '', 'g')
{%- endmacro %}
