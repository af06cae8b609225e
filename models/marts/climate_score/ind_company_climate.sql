-- one row per company, assessment year and indicator
select
    tax_id,
    report_year,
    indicator_no,
    indicator_code,
    dimension_code,
    status,
    case status when 'met' then true when 'not_met' then false when 'not_disclosed' then false end
        as is_met,
    value,
    unit_code,
    threshold_value,
    rule_key,
    basis,
    flags,
    source_release_key,
    page
from {{ ref('int_climate_score__indicator') }}
