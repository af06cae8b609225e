-- plants of a company that have no row the year after, both years complete
with complete as (
    select year from {{ ref('int_emissions__grade_year') }}
    where is_complete
),

held as (
    select
        emissions.control_no,
        emissions.year,
        emissions.facility_name_zh,
        emissions.total_tco2e,
        emissions.dataset,
        emissions.source_release_key,
        resolved.company_tax_id as tax_id,
        lead(emissions.year) over (partition by emissions.control_no order by emissions.year)
            as next_year
    from {{ ref('int_emissions__select_as_of') }} as emissions
    left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
)

select
    held.control_no,
    cast(held.year + 1 as integer) as year,
    held.tax_id,
    held.facility_name_zh,
    held.total_tco2e,
    held.dataset,
    held.source_release_key
from held
inner join complete as before on before.year = held.year
inner join complete as missing on missing.year = held.year + 1
where held.tax_id is not null and held.next_year is distinct from held.year + 1
