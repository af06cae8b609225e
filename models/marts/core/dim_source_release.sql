select
    release.source_release_key,
    release.dataset,
    release.publisher,
    release.title,
    release.licence,
    release.vintage_date,
    release.retrieved_at,
    release.file_sha256,
    coalesce(counted.row_count, 0) as row_count,
    release.url
from {{ ref('int_releases__release') }} as release
left join {{ ref('int_quality__count_rows') }} as counted
    on counted.source_release_key = release.source_release_key
