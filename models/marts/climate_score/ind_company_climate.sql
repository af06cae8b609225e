select
    tax_id,
    report_year,
    indicator_no,
    indicator_code,
    dimension_code,
    status,
    case
        when status = 'met' then true
        when status in ('not_met', 'not_disclosed') then false
    end as is_met,
    other_reading_status,
    value,
    unit_code,
    threshold_value,
    rule_key,
    basis,
    {{ flags_text('flags') }} as flags,
    source_release_key,
    page
from {{ ref('int_climate_score__indicator') }}
