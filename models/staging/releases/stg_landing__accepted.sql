{%- set own = ref('ref_own_dataset') %}
{%- do declare_landed('_files') %}
{%- set rows = landed_files('*/*.parquet') %}
{%- if rows %}
    select
        split_part(source_release_key, ':', 1) as dataset,
        source_release_key,
        count(distinct row_number) as accepted_count
    from read_parquet({{ rows }}, union_by_name = true)
    {{ only_own("split_part(source_release_key, ':', 1)", own) }}
    group by source_release_key
{%- else %}
    select
        cast(null as varchar) as dataset,
        cast(null as varchar) as source_release_key,
        cast(null as bigint) as accepted_count
    where false
{%- endif %}
