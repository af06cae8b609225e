select
    stated.statement_ref as cell_ref,
    stated.location_zh,
    stated.industry_code,
    stated.year,
    stated.measure_code,
    stated.printed_text,
    {{ printed_number('stated.printed_text') }} as value,
    -- a count is exact
    case
        when units.quantity_kind = 'count' then 0 else {{ half_unit('stated.printed_text') }}
    end as half_unit,
    stated.unit_code,
    stated.qualifier,
    'energy_audit_2022' as source_release_key
from {{ ref('energy_audit_2022_statement') }} as stated
inner join {{ ref('ref_unit') }} as units on units.unit_code = stated.unit_code
