select
    tax_id,
    axis_no,
    axis_code,
    report_year,
    score,
    case when score is not null then band_code else 'not_scored' end as band_code,
    value,
    unit_code,
    score_observatory_variant,
    variant_value,
    case when score is not null then rule_key end as rule_key,
    {{ flags_text('flags') }} as flags,
    variant_explanation,
    page,
    source_release_key
from {{ ref('int_climate_score__radar') }}
