{# The form in which English names are compared: small letters, no marks, no legal form. #}
{% macro english_name_key(name) -%}
    trim(regexp_replace(regexp_replace(
        regexp_replace(lower({{ name }}), '[^a-z0-9]+', ' ', 'g'),
        '\b(co|ltd|inc|corp|corporation|company|limited|incorporated|plc|the)\b', ' ', 'g'
    ), ' +', ' ', 'g'))
{%- endmacro %}
