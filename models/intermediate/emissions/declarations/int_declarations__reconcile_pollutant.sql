-- a company's pollutants by a re-user beside the sum of its plants, where each declared four times
with company as (
    select
        tax_id,
        year,
        pollutant_code,
        max(unit_code) as unit_code,
        sum(value) as value,
        count(*) as name_count,
        max(source_release_key) as source_release_key
    from {{ ref('int_emissions__attribute_pollutants') }}
    where tax_id is not null and pollutant_code is not null
    group by tax_id, year, pollutant_code
),

plant as (
    select
        control_no,
        year,
        max(tax_id) as tax_id,
        count(distinct quarter) = 4 as is_whole_year
    from {{ ref('int_declarations__measure_pollutant') }}
    where tax_id is not null and quarter is not null
    group by control_no, year
),

whole as (
    select
        tax_id,
        year
    from plant
    group by tax_id, year
    having bool_and(is_whole_year)
),

plants as (
    select
        measured.tax_id,
        measured.year,
        measured.pollutant_code,
        sum(measured.value) as value,
        count(*) as value_count,
        count(distinct measured.control_no) as facility_count
    from {{ ref('int_declarations__measure_pollutant') }} as measured
    inner join whole on whole.tax_id = measured.tax_id and whole.year = measured.year
    group by measured.tax_id, measured.year, measured.pollutant_code
)

select
    'air_pollutants' as dataset,
    company.source_release_key,
    'pollutants_and_plants' as check_code,
    'air_pollutants' as table_ref,
    concat_ws('|', company.tax_id, company.year, company.pollutant_code) as cell_ref,
    company.value as reported_value,
    -- three decimals
    0.0005::double * company.name_count as half_unit,
    company.unit_code,
    plants.value as recomputed_value,
    0.0005::double * plants.value_count as input_tolerance,
    'sum of ' || plants.facility_count || ' plants' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from company
inner join plants
    on plants.tax_id = company.tax_id and plants.year = company.year
        and plants.pollutant_code = company.pollutant_code
