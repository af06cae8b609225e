-- coal of a plant and year; a plant that declares other fuels only burns none
{%- set kinds = {'raw': 'coal_t', 'product': 'coal_product_t'} %}

select
    control_no,
    year,
    max(tax_id) as tax_id,
    cast(count(distinct quarter) as integer) as quarter_count,
    {%- for kind, column in kinds.items() %}
        {%- set of_kind = "filter (coal_kind_code = '" ~ kind ~ "')" %}
        case
            when count(*) {{ of_kind }} = count(quantity) {{ of_kind }}
                then coalesce({{ without_noise('sum(quantity) ' ~ of_kind) }}, 0)
        end as {{ column }},
    {%- endfor %}
    count(coal_kind_code) > 0 as has_coal,
    bool_or(fuel_code = 'unmapped') as has_unmapped_fuel,
    max(dataset) as dataset,
    max(source_release_key) as source_release_key
from {{ ref('int_declarations__sum_fuel') }}
group by control_no, year
