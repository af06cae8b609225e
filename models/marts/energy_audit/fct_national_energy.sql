select
    national.year,
    national.measure_code,
    national.value,
    national.unit_code,
    national.value_basis,
    national.reason_code,
    explanation.text_en as correction_reason,
    national.printed_value,
    national.printed_unit_code,
    national.cell_ref,
    national.source_release_key
from {{ ref('int_energy_audit__align_national') }} as national
left join {{ ref('ref_explanation') }} as explanation
    on explanation.explanation_code = national.reason_code
