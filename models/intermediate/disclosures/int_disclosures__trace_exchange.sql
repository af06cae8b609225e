-- what disclosures to exchanges, monthly revenue and income statements rest on: rows of their files
with exchange as (
    select
        *,
        concat_ws('/', stock_code, report_year, market_code) as row_key
    from {{ ref('int_disclosures__exchange') }}
),

to_date as (
    select
        *,
        concat_ws('/', stock_code, month) as row_key
    from {{ ref('int_disclosures__intensity_to_date') }}
),

links as (
    select
        'fct_exchange_disclosure' as mart,
        row_key,
        unnest(['scope1_tco2e', 'scope2_tco2e', 'scope3_tco2e', 'intensity_text'])
            as column_name,
        ghg_release_key as source_release_key,
        ghg_row_number as row_number,
        unnest([scope1_text, scope2_text, scope3_text, intensity_unit_text]) as raw_text
    from exchange
    where ghg_release_key is not null
    union all by name
    select
        'fct_exchange_disclosure' as mart,
        row_key,
        'renewable_share_ratio' as column_name,
        energy_release_key as source_release_key,
        energy_row_number as row_number,
        renewable_share_text as raw_text
    from exchange
    where energy_release_key is not null
    union all by name
    select
        'fct_company_revenue_month' as mart,
        concat_ws('/', stock_code, month) as row_key,
        source_release_key,
        row_number,
        format('{:.15g} thousand TWD', revenue_twd / 1000) as raw_text
    from {{ ref('int_disclosures__revenue_month') }}
    union all by name
    select
        'fct_company_income' as mart,
        concat_ws('/', stock_code, year) as row_key,
        source_release_key,
        {{ seed_file('open_data_income_statement') }} as file_name,
        row_number,
        format('net profit {:.15g} thousand TWD', net_income_twd / 1000) as raw_text
    from {{ ref('int_disclosures__income') }}
    union all by name
    select
        'company_intensity_to_date' as mart,
        row_key,
        'fct_company_revenue_month' as parent_mart,
        row_key as parent_row_key
    from to_date
    union all by name
    select
        'company_intensity_to_date' as mart,
        row_key,
        unnest(['emissions_to_date_tco2e', 'emission_intensity_tco2e_per_twd1m'])
            as column_name,
        'fct_company_emissions' as parent_mart,
        concat_ws('/', tax_id, emission_year) as parent_row_key
    from to_date
    where emission_year is not null
    union all by name
    select
        'company_intensity_to_date' as mart,
        row_key,
        unnest(['energy_to_date_gj', 'energy_intensity_gj_per_twd1m']) as column_name,
        'fct_company_energy' as parent_mart,
        concat_ws('/', tax_id, energy_year) as parent_row_key
    from to_date
    where energy_year is not null
)

{{ as_trace('links') }}
