select
    dataset,
    source_release_key,
    rule_code,
    column_name,
    repair,
    cast(sum(repair_count) as bigint) as repair_count
from {{ ref('int_quality__count_repairs') }}
group by dataset, source_release_key, rule_code, column_name, repair
