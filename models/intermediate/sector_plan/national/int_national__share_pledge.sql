select
    pledge_key, group_code, name_en, name_zh, as_of, pledged_count, total_count,
    {{ without_noise('pledged_count / total_count', 9) }} as pledged_ratio,
    printed_text, note, source_release_key, row_number
from {{ ref('stg_national__net_zero_pledge') }}
