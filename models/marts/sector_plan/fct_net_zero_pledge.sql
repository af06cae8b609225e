select
    pledge_key,
    group_code,
    name_en,
    name_zh,
    as_of,
    as_of_text,
    pledged_count,
    total_count,
    share_pct,
    pledged_ratio,
    printed_text,
    flags,
    note,
    source_release_key,
    row_number
from {{ ref('int_national__share_pledge') }}
