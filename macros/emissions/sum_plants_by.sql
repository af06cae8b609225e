{# Emissions of the registered plants by a column of theirs and year, with the share and the
   completeness of the year beside the total. Only scope 1 adds up over the rows: scope 2 of one
   plant is scope 1 of a power station. #}
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
    sum(plants.scope1_tco2e) as scope1_tco2e,
    sum(plants.scope2_tco2e) as scope2_tco2e,
    sum(plants.scope1_tco2e) as additive_tco2e,
    sum(plants.scope1_tco2e) / nullif(sum(sum(plants.scope1_tco2e)) over of_year, 0)
        as scope1_share_ratio,
    {{ flags_text("list_filter([case when " ~ electricity_twice(
        'plants.industry_code', 'plants.scope1_tco2e', 'plants.scope2_tco2e'
    ) ~ " then 'electricity_counted_twice' end], flag -> flag is not null)") }} as flags,
    bool_or(grade.is_complete) as is_complete_period
from {{ ref('fct_facility_emissions') }} as plants
inner join {{ ref('int_emissions__grade_year') }} as grade on grade.year = plants.year
group by plants.{{ column }}, plants.year
window of_year as (partition by plants.year)
{%- endmacro %}
