-- one row per document or data set; rows are counted where the warehouse holds them, never typed in
select
    release.source_release_key,
    release.dataset,
    release.publisher_zh || ' ' || release.publisher_en as publisher,
    release.title,
    release.licence,
    release.vintage_date,
    release.retrieved_at,
    release.file_sha256,
    counted.row_count,
    release.url
from {{ ref('ref_source_release') }} as release
left join {{ ref('int_sources__count_rows') }} as counted on counted.source_release_key = release.source_release_key
