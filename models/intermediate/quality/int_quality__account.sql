select
    file.dataset,
    file.source_release_key,
    file.landed_count,
    file.quarantined_count,
    coalesce(staged.staged_count, 0) as staged_count
from {{ ref('stg_landing__file') }} as file
left join {{ ref('int_quality__count_staged') }} as staged
    on staged.dataset = file.dataset and staged.source_release_key = file.source_release_key
