-- whose plant it was: the registry of the year, else of the year before, else of the first year
with registered as (
    select
        control_no,
        year,
        tax_id,
        'registry' as owner_basis_code
    from {{ ref('int_emissions__select_as_of') }}
    where tax_id is not null
),

known as (
    select * from registered
    union all by name
    -- plants that burn coal and are in no registry
    select
        coal.control_no,
        coal.year,
        coal.tax_id,
        'coal_sheet' as owner_basis_code
    from {{ ref('int_emissions__select_coal_plant') }} as coal
    anti join registered on registered.control_no = coal.control_no
    where coal.tax_id is not null
)

select
    known.control_no,
    case
        when row_number() over by_plant = 1 then 0 else known.year
    end as from_year,
    coalesce(lead(known.year) over by_plant - 1, 9999) as to_year,
    coalesce(resolved.company_tax_id, known.tax_id) as tax_id,
    known.owner_basis_code
from known
left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
    on resolved.tax_id = known.tax_id
window by_plant as (partition by known.control_no order by known.year)
