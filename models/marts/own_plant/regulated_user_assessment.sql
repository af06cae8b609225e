select
    assessed.source_kind_code,
    assessed.organisation_id,
    assessed.facility_id,
    assessed.year,
    assessed.threshold_code,
    assessed.threshold_zh,
    assessed.threshold_en,
    assessed.status,
    assessed.is_exceeded,
    assessed.value,
    assessed.value_basis,
    assessed.operator,
    assessed.threshold_value,
    assessed.unit_code,
    assessed.missing_input,
    assessed.obligation_kw,
    assessed.obligation_t,
    assessed.user_kind,
    assessed.duties_zh,
    assessed.duties_en,
    assessed.law_zh,
    assessed.act_articles,
    assessed.enforcement_articles,
    assessed.deadlines_en,
    assessed.report_due_date,
    assessed.penalty_articles,
    cast(assessed.lowest_penalty_twd as integer) as lowest_penalty_twd,
    cast(assessed.highest_penalty_twd as integer) as highest_penalty_twd,
    assessed.penalties_en,
    assessed.flags,
    assessed.rule_source,
    assessed.rule_confidence,
    cast(unused.user_unused_count + unused.activity_unused_count as integer) as unused_row_count,
    unused.user_unused_count + unused.activity_unused_count = 0 as is_complete,
    assessed.source_release_key,
    assessed.row_number
from {{ ref('int_duties__assess_threshold') }} as assessed
inner join {{ ref('int_inventory_use__count_unused') }} as unused
    on unused.source_kind_code = assessed.source_kind_code
        and unused.organisation_id = assessed.organisation_id
        and unused.facility_id = assessed.facility_id
        and unused.year = assessed.year
