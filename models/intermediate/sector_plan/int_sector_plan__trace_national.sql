-- what national targets and pledge statistics rest on
with links as (
    select
        'fct_national_target' as mart,
        target_key as row_key,
        source_release_key,
        {{ seed_file('national_target') }} as file_name,
        row_number,
        concat_ws(', ', edition, target_year, 'base ' || base_year, reduction_pct || ' %')
            as raw_text
    from {{ ref('int_national__target') }}
    union all by name
    select
        'fct_national_target' as mart,
        target_key as row_key,
        'base_tco2e' as column_name,
        'national_inventory' as parent_mart,
        cast(base_year as varchar) as parent_row_key
    from {{ ref('int_national__target') }}
    where base_tco2e is not null
    union all by name
    select
        'fct_net_zero_pledge' as mart,
        pledge_key as row_key,
        source_release_key,
        {{ seed_file('national_net_zero_pledge') }} as file_name,
        row_number,
        printed_text as raw_text
    from {{ ref('int_national__share_pledge') }}
    union all by name
    select
        'fct_national_energy_target' as mart,
        target_key as row_key,
        source_release_key,
        {{ seed_file('national_energy_target') }} as file_name,
        row_number,
        printed_text as raw_text
    from {{ ref('int_national__energy_target') }}
)

{{ as_trace('links') }}
