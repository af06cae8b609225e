-- what the disclosures of companies rest on: a field of a report with its page, or a row of a sheet
{%- set file -%}
    case source_kind_code
        when 'form' then {{ seed_file('open_data_report_field') }}
        when 'sheet' then {{ seed_file('open_data_disclosure_sheet') }}
        when 'energy_revenue' then {{ seed_file('open_data_energy_revenue') }}
        when 'ghg_revenue' then {{ seed_file('open_data_ghg_revenue') }}
    end
{%- endset %}

with items as (
    select
        *,
        concat_ws('/', tax_id, year, item_no) as row_key
    from {{ ref('int_disclosures__convert_item') }}
),

links as (
    select
        'fct_company_disclosure' as mart,
        concat_ws('/', tax_id, report_year, field_no) as row_key,
        source_release_key,
        {{ file }} as file_name,
        row_number,
        page,
        value_text as raw_text
    from {{ ref('int_disclosures__field') }}
    where has_report or value_state <> 'silent'
    union all by name
    select
        'fct_company_disclosure' as mart,
        concat_ws('/', tax_id, report_year, field_no) as row_key,
        'cor_report_reading' as parameter_table,
        review_key as parameter_key
    from {{ ref('int_disclosures__field') }}
    where review_key is not null
    union all by name
    select
        'fct_company_energy' as mart,
        concat_ws('/', tax_id, year) as row_key,
        measure as column_name,
        source_release_key,
        {{ file }} as file_name,
        row_number,
        page
    from {{ ref('int_disclosures__energy_year') }}
    union all by name
    -- the intensity rests on both figures, and on the emissions of the plants
    select
        'fct_company_energy' as mart,
        concat_ws('/', revenue.tax_id, revenue.year) as row_key,
        'emission_intensity_tco2e_per_twd1m' as column_name,
        'fct_company_emissions' as parent_mart,
        concat_ws('/', emitted.tax_id, emitted.year) as parent_row_key
    from {{ ref('int_disclosures__energy_year') }} as revenue
    inner join {{ ref('int_emissions__company_year') }} as emitted
        on emitted.tax_id = revenue.tax_id and emitted.year = revenue.year
    where revenue.measure = 'revenue_twd'
    union all by name
    select
        'fct_company_energy_item' as mart,
        row_key,
        source_release_key,
        {{ file }} as file_name,
        row_number,
        page,
        item_text as raw_text
    from items
    union all by name
    select
        'fct_company_energy_item' as mart,
        row_key,
        'energy_gj' as column_name,
        'fac_heating_value' as parameter_table,
        heating_value_key as parameter_key
    from items
    where heating_value_key <> 'stated'
    union all by name
    select
        'fct_company_energy_item' as mart,
        row_key,
        'tco2e' as column_name,
        'fac_electricity' as parameter_table,
        emission_factor_key as parameter_key
    from items
    where energy_type_code = 'electricity' and emission_factor_key is not null
    union all by name
    select
        'fct_company_energy_item' as mart,
        items.row_key,
        'tco2e' as column_name,
        factor.parameter_table,
        factor.parameter_key
    from items
    inner join {{ ref('int_factors__trace_combustion') }} as factor
        on factor.emission_factor_key = items.emission_factor_key
)

{{ as_trace('links') }}
