-- one row per plant, year and threshold: what was stated or what its inventory adds up to, whether it is exceeded, and the duties that follow
select
    input_code, organisation_id, facility_id, year, threshold_code, threshold_zh, threshold_en, status, is_exceeded, value, value_basis, operator,
    threshold_value, unit_code, missing_input, obligation_kw, duties_zh, duties_en, law_zh, act_articles, enforcement_articles, deadlines_en,
    report_due_date, penalty_articles,
    cast(lowest_penalty_twd as integer) as lowest_penalty_twd, cast(highest_penalty_twd as integer) as highest_penalty_twd,
    penalties_en, flags, rule_source, rule_confidence, source_release_key, row_number
from {{ ref('int_duties__assess_threshold') }}
