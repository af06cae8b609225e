select
    tax_id,
    year,
    case when count(coal_t) = count(*) then {{ without_noise('sum(coal_t)') }} end as coal_t,
    case
        when count(coal_product_t) = count(*) then {{ without_noise('sum(coal_product_t)') }}
    end as coal_product_t,
    cast(count(*) as integer) as facility_count,
    bool_and(quarter_count = 4) as is_whole_year,
    bool_or(has_unmapped_fuel) as has_unmapped_fuel
from {{ ref('int_declarations__sum_coal') }}
-- a plant of no known owner is in dq_findings
where tax_id is not null and has_coal
group by tax_id, year
