-- a row that is laid out wide, or read by several models, counts once
select
    dataset,
    source_release_key,
    count(distinct row_number) as staged_count
from {{ ref('int_quality__list_record') }}
group by dataset, source_release_key
