{# The data set that an input of the observatory is landed as. #}
{% macro dataset_of_input(source_kind_code) -%}
    case {{ source_kind_code }}
        when 'form' then 'report_fields'
        when 'sheet' then 'disclosure_sheet'
        else {{ source_kind_code }}
    end
{%- endmacro %}
