select
    statement_ref as cell_ref,
    location_zh,
    industry_code,
    year,
    measure_code,
    printed_text,
    {{ printed_number('printed_text') }} as value,
    {{ half_unit('printed_text') }} as half_unit,
    unit_code,
    qualifier,
    'energy_audit_2022' as source_release_key
from {{ ref('energy_audit_2022_statement') }}
