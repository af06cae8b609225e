-- declarations beside the observatory's coal sheets, and beside the file that they supersede
{%- set whole_year = 4 %}

with plant as (
    select * from {{ ref('int_declarations__sum_coal') }}
    -- a year that lacks quarters is not compared
    where quarter_count = {{ whole_year }}
),

company as (
    select
        tax_id,
        year,
        case when count(coal_t) = count(*) then sum(coal_t) end as coal_t,
        count(*) as facility_count
    from {{ ref('int_declarations__sum_coal') }}
    where tax_id is not null
    group by tax_id, year
    having bool_and(quarter_count = {{ whole_year }})
),

used as (
    select * from {{ ref('int_declarations__sum_fuel') }}
),

-- a quarter that the other of the two files has too; older vintages of one file are revisions
superseded as (
    select
        other.dataset,
        other.source_release_key,
        other.control_no,
        other.year,
        other.quarter,
        other.fuel_code,
        max(other.unit_code) as unit_code,
        case when count(other.quantity) = count(*) then sum(other.quantity) end as quantity,
        max(chosen.source_release_key) as used_release_key
    from {{ ref('int_declarations__convert_fuel') }} as other
    inner join (
        select distinct
            control_no,
            year,
            quarter,
            dataset,
            source_release_key
        from used
    ) as chosen
        on chosen.control_no = other.control_no and chosen.year = other.year
            and chosen.quarter = other.quarter and chosen.dataset <> other.dataset
    where other.exclusion_code = 'superseded' and other.fuel_code <> 'unmapped'
    group by all
)

select
    'coal_plant' as dataset,
    sheet.source_release_key,
    'coal_plant_and_declarations' as check_code,
    'coal_plant' as table_ref,
    concat_ws('|', sheet.control_no, sheet.year, 'coal') as cell_ref,
    sheet.coal_t as reported_value,
    -- whole tonnes, or thousandths
    case when sheet.coal_t = round(sheet.coal_t) then 0.5 else 0.0005 end::double as half_unit,
    't' as unit_code,
    plant.coal_t as recomputed_value,
    0.0::double as input_tolerance,
    'sum of four quarters' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from {{ ref('int_emissions__select_coal_plant') }} as sheet
inner join plant on plant.control_no = sheet.control_no and plant.year = sheet.year
where plant.coal_t is not null
union all by name
select
    'coal_company' as dataset,
    sheet.source_release_key,
    'coal_company_and_declarations' as check_code,
    'coal_company' as table_ref,
    concat_ws('|', sheet.tax_id, sheet.year, 'coal') as cell_ref,
    sheet.published_t as reported_value,
    0.005::double as half_unit,
    't' as unit_code,
    company.coal_t as recomputed_value,
    0.5::double * company.facility_count as input_tolerance,
    'sum of ' || company.facility_count || ' plants' as formula
from {{ ref('int_emissions__grade_coal') }} as sheet
inner join company on company.tax_id = sheet.tax_id and company.year = sheet.year
where company.coal_t is not null
union all by name
select
    superseded.dataset,
    superseded.source_release_key,
    'fuel_in_two_files' as check_code,
    superseded.dataset as table_ref,
    concat_ws(
        '|', superseded.control_no, superseded.year, superseded.quarter, superseded.fuel_code,
        superseded.source_release_key
    ) as cell_ref,
    superseded.quantity as reported_value,
    0.0005::double as half_unit,
    superseded.unit_code,
    -- a fuel that the file in use does not have
    case when used.fuel_code is null then 0 else used.quantity end as recomputed_value,
    0.0::double as input_tolerance,
    'used: ' || superseded.used_release_key as formula
from superseded
left join used
    on used.control_no = superseded.control_no and used.year = superseded.year
        and used.quarter = superseded.quarter and used.fuel_code = superseded.fuel_code
where superseded.quantity is not null and recomputed_value is not null
