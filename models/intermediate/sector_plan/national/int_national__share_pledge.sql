-- a share as printed, or of a count and its total
select
    pledge_key, group_code, name_en, name_zh, as_of, as_of_text, pledged_count, total_count,
    share_pct,
    {{ without_noise('coalesce(share_pct / 100, pledged_count / total_count)', 9) }}
        as pledged_ratio,
    printed_text, flags, note, source_release_key, row_number
from {{ ref('stg_national__net_zero_pledge') }}
