select
    dataset,
    source_release_key,
    row_number,
    rule_code,
    any_value(raw_row) as raw_row,
    string_agg(reason, '; ' order by reason) as reason
from {{ ref('stg_landing__quarantine') }}
group by dataset, source_release_key, row_number, rule_code
