-- one row per source release: documents named in the seed, and every landed file
{%- set files = landed_files('_files.parquet') if reads_landed() else none %}
{%- if execute and reads_landed() and not files %}
    {{ exceptions.raise_compiler_error("NETZERO_DATA is landed, but NETZERO_LANDED holds no _files.parquet; run: python3 -m orchestration land") }}
{%- endif %}
select
    source_release_key, dataset, publisher_zh || ' ' || publisher_en as publisher, title, licence,
    vintage_date, retrieved_at, file_sha256, url
from {{ ref('ref_source_release') }}
{%- if files %}
union all
select source_release_key, dataset, publisher, title, licence, vintage_date, retrieved_at, file_sha256, url
from read_parquet({{ files }})
{%- endif %}
