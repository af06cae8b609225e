select
    pledge_key,
    group_code,
    name_en,
    name_zh,
    as_of,
    pledged_count,
    total_count,
    pledged_ratio,
    printed_text,
    note,
    source_release_key,
    row_number
from {{ ref('int_national__share_pledge') }}
