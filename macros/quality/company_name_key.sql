{# The form in which company names are compared: 臺 for 台, 雙 for 双, 啟 for 啓, half width, the
   legal form left out. A marker such as (子公司) stays: without it a subsidiary would be taken for
   its parent. #}
{% macro company_name_key(name) -%}
    {%- set narrow = "translate(" ~ name ~ ", '（）　０１２３４５６７８９双', '() 0123456789雙')" -%}
    regexp_replace(
        replace(translate(nfc_normalize({{ narrow }}), '台啓', '臺啟'), '股分', '股份'),
        '\s|股份有限公司|\(股\)公司|有限公司', '', 'g'
    )
{%- endmacro %}
