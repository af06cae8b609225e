select
    assessed.source_kind_code,
    assessed.organisation_id,
    assessed.facility_id,
    assessed.year,
    threshold_code,
    threshold_zh,
    threshold_en,
    status,
    is_exceeded,
    value,
    value_basis,
    operator,
    threshold_value,
    unit_code,
    missing_input,
    obligation_kw,
    duties_zh,
    duties_en,
    law_zh,
    act_articles,
    enforcement_articles,
    deadlines_en,
    report_due_date,
    penalty_articles,
    cast(lowest_penalty_twd as integer) as lowest_penalty_twd,
    cast(highest_penalty_twd as integer) as highest_penalty_twd,
    penalties_en,
    flags,
    rule_source,
    rule_confidence,
    cast(unused.user_unused_count + unused.activity_unused_count as integer) as unused_row_count,
    unused.user_unused_count + unused.activity_unused_count = 0 as is_complete,
    source_release_key,
    row_number
from {{ ref('int_duties__assess_threshold') }} as assessed
inner join {{ ref('int_inventory_use__count_unused') }} as unused
    on unused.source_kind_code = assessed.source_kind_code
    and unused.organisation_id = assessed.organisation_id
    and unused.facility_id = assessed.facility_id
    and unused.year = assessed.year
