-- one row per file taken in: rows it has, counted before any model reads it, and rows the landing quarantined
{%- set files = landed_files('_files.parquet') if reads_landed() else none %}
{%- if files %}
select dataset, source_release_key, landed_count, quarantined_count from read_parquet({{ files }})
{%- else %}
{%- for dataset, seed in {
    'company_panel': ref('open_data_company'), 'ghg_registry': ref('open_data_ghg_registry'),
    'coal_company': ref('open_data_coal_company'), 'ghg_p_02': ref('open_data_ghg_p_02'),
}.items() %}
select '{{ dataset }}' as dataset, source_release_key, count(*) as landed_count, 0 as quarantined_count from {{ seed }} group by source_release_key
{{ 'union all' if not loop.last }}
{%- endfor %}
{%- endif %}
