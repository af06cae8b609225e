{%- set own = ref('ref_own_dataset') %}
{%- do declare_landed('_files') %}
{%- set files = landed_files('_files.parquet') %}
{%- if reads_landed() and execute and not files %}
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
{%- set embedded = {
    'company_panel': ref('open_data_company'),
    'company_basics_all': ref('open_data_market_company'),
    'ghg_registry': ref('open_data_ghg_registry'),
    'plant_coordinates': ref('open_data_plant_coordinate'),
    'coal_company': ref('open_data_coal_company'),
    'coal_plant': ref('open_data_coal_plant'),
    'ghg_p_02': ref('open_data_ghg_p_02'),
    'report_fields': ref('open_data_report_field'),
    'disclosure_sheet': ref('open_data_disclosure_sheet'),
    'energy_revenue': ref('open_data_energy_revenue'),
    'ghg_revenue': ref('open_data_ghg_revenue'),
    'income_annual': ref('open_data_income_statement'),
    'initiatives': ref('open_data_initiative'),
    'etf_holdings': ref('open_data_fund_holding'),
    'esg_fund_holdings': ref('open_data_esg_fund_holding'),
    'esg_fund_list': ref('open_data_esg_fund'),
    'energy_indicators': ref('open_data_energy_indicator'),
} %}
{%- if not reads_landed() -%}
    {%- do seeds.update(embedded) -%}
{%- endif %}
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
