select
    tax_id,
    report_year,
    stated_pct,
    base_year,
    target_year,
    pct_at_2030,
    e_base_tco2e,
    e_2019_tco2e,
    rebased_pct_2019,
    boundary,
    reported_base_year_tco2e,
    sbti_status,
    is_sbti_approved,
    conflict_sbti_status,
    {{ flags_text('flags') }} as flags,
    source_release_key
from {{ ref('int_climate_score__rebase_target') }}
qualify row_number() over (partition by tax_id order by report_year desc) = 1
