{# Emissions of the registered plants by a column of theirs and year, with the share and the
   completeness of the year beside the total. #}
{% macro sum_plants_by(column) -%}
select
    plants.{{ column }},
    plants.year,
    sum(plants.total_tco2e) as total_tco2e,
    cast(count(*) as integer) as facility_count,
    cast(count(distinct plants.company_tax_id) as integer) as company_count,
    sum(plants.total_tco2e) / sum(sum(plants.total_tco2e)) over of_year as share_ratio,
    max(plants.series_code) as series_code,
    string_agg(distinct plants.source_release_key, ' ' order by plants.source_release_key)
        as source_release_key,
    bool_or(grade.is_complete) as is_complete_period
from {{ ref('fct_facility_emissions') }} as plants
inner join {{ ref('int_emissions__grade_year') }} as grade on grade.year = plants.year
group by plants.{{ column }}, plants.year
window of_year as (partition by plants.year)
{%- endmacro %}
