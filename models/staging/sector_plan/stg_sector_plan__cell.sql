select
    table_ref || '|' || row_label || '|' || coalesce(column_label, '') as cell_ref,
    table_ref,
    row_label,
    column_label,
    printed_text,
    unit_text,
    measure_code,
    sector_code,
    item_code,
    first_year,
    last_year,
    {{ printed_number('printed_text') }} as value,
    {{ half_unit('printed_text') }} as half_unit,
    'rescom_plan_2026_2030' as source_release_key
from {{ ref('sector_plan_cell') }}
