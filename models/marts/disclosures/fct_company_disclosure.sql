select
    tax_id,
    report_year,
    field_no,
    field_code,
    value_text,
    value_number,
    unit_code,
    value_state,
    value_flag,
    page,
    unit_text,
    note as note_text,
    review_code,
    first_value_text,
    {{ flags_text('flags') }} as flags,
    source_kind_code,
    conflict_value_text,
    source_release_key,
    row_number,
    value_year
from {{ ref('int_disclosures__field') }}
where has_report or value_state <> 'silent'
