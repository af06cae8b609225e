with by_plant as (
    select
        tax_id,
        year,
        sum(coal_t) as coal_t,
        count(*) as plant_count
    from {{ ref('int_emissions__select_coal_plant') }}
    group by tax_id, year
)

select
    'coal_company' as dataset,
    company.source_release_key,
    'coal_company_and_plants' as check_code,
    'coal_company' as table_ref,
    company.tax_id || '|' || company.year || '|coal' as cell_ref,
    company.published_t as reported_value,
    0.005 as half_unit,
    't' as unit_code,
    by_plant.coal_t as recomputed_value,
    -- plants in whole tonnes or thousandths
    0.5 * by_plant.plant_count as input_tolerance,
    'sum of ' || by_plant.plant_count || ' plants' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from {{ ref('int_emissions__grade_coal') }} as company
inner join by_plant on by_plant.tax_id = company.tax_id and by_plant.year = company.year
