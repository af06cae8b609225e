select
    source_release_key,
    dataset,
    publisher_zh || ' ' || publisher_en as publisher,
    title,
    licence,
    vintage_date,
    retrieved_at,
    file_sha256,
    url,
    cast(null as varchar) as file_name
from {{ ref('ref_source_release') }}
union all
select
    source_release_key,
    dataset,
    publisher,
    title,
    licence,
    vintage_date,
    retrieved_at,
    file_sha256,
    url,
    file_name
from {{ ref('stg_landing__file') }}
-- an embedded seed belongs to a release of the list above
where publisher is not null
