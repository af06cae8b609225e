select
    coal.tax_id,
    coal.year,
    case when coal.filing_state <> 'not_filed' then coal.published_t end as coal_t,
    coal.filing_state,
    coal.published_t as published_coal_t,
    coalesce(resolved.resolution_code, 'unresolved') as resolution_code,
    coal.source_release_key,
    coal.row_number
from {{ ref('int_emissions__grade_coal') }} as coal
left join {{ ref('int_emissions__resolve_tax_id') }} as resolved on resolved.tax_id = coal.tax_id
