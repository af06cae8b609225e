{%- set own = ref('ref_own_dataset') %}
{%- do declare_landed('_files') %}
{%- set files = landed_files('_files.parquet') %}
{%- if data_mode() == 'landed' and execute and not files %}
    {{ exceptions.raise_compiler_error(
        "NETZERO_DATA is landed, but " ~ env_var('NETZERO_LANDED', 'landed')
        ~ " holds no _files.parquet; run: python3 -m orchestration land"
    ) }}
{%- endif %}
{%- if files %}
    select
        dataset,
        source_release_key,
        publisher,
        title,
        licence,
        vintage_date,
        retrieved_at,
        file_sha256,
        url,
        file_name,
        cast(landed_count as bigint) as landed_count,
        cast(quarantined_count as bigint) as quarantined_count
    from read_parquet({{ files }})
    {{ only_own('dataset', own) }}
{%- endif %}
{#- facts that no file is published for are seeds in either case -#}
{%- set seeds = {
    'national_target': ref('national_target'), 'co2_by_sector': ref('national_co2_by_sector'),
    'net_zero_pledge': ref('national_net_zero_pledge'),
} %}
{%- do ref('ref_source_release') %}
{%- for dataset, name in embedded_seeds().items() %}
    {%- set seed = ref(name) %}
    {%- if execute and reads_embedded(dataset, seed) -%}
        {%- do seeds.update({dataset: seed}) -%}
    {%- endif -%}
{%- endfor %}
{%- for dataset, seed in seeds.items() %}
    {{ 'union all' if files or not loop.first }}
    select
        '{{ dataset }}' as dataset,
        source_release_key,
        cast(null as varchar) as publisher,
        cast(null as varchar) as title,
        cast(null as varchar) as licence,
        cast(null as date) as vintage_date,
        cast(null as date) as retrieved_at,
        cast(null as varchar) as file_sha256,
        cast(null as varchar) as url,
        cast(null as varchar) as file_name,
        count(*) as landed_count,
        cast(0 as bigint) as quarantined_count
    from {{ seed }}
    group by source_release_key
{%- endfor %}
