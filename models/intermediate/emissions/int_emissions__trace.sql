-- what the emissions of plants, companies, counties and funds rest on: rows of published files
with plants as (
    select
        emissions.*,
        concat_ws('/', emissions.control_no, emissions.year) as plant_key,
        resolved.company_tax_id
    from {{ ref('int_emissions__select_as_of') }} as emissions
    left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
),

links as (
    select
        'fct_facility_emissions' as mart,
        plants.plant_key as row_key,
        plants.source_release_key,
        {{ seed_file('open_data_ghg_registry') }} as file_name,
        plants.row_number,
        concat_ws(
            ', ', format('direct {:.15g}', published.direct_reported),
            format('indirect {:.15g}', published.indirect_reported),
            format('total {:.15g}', published.total_reported)
        ) as raw_text
    from plants
    inner join {{ ref('int_emissions__unite_releases') }} as published
        on published.source_release_key = plants.source_release_key
            and published.row_number = plants.row_number
    union all by name
    select
        'fct_facility_emissions' as mart,
        concat_ws('/', gases.control_no, gases.year) as row_key,
        unnest([
            'co2_tco2e', 'ch4_tco2e', 'n2o_tco2e', 'hfcs_tco2e', 'pfcs_tco2e', 'sf6_tco2e',
            'nf3_tco2e'
        ]) as column_name,
        gases.source_release_key,
        gases.row_number
    from {{ ref('int_emissions__unite_releases') }} as gases
    inner join plants
        on plants.gases_source_release_key = gases.source_release_key
            and plants.control_no = gases.control_no and plants.year = gases.year
    where gases.dataset = 'ghg_p_01' and gases.broken_rule is null
    union all by name
    select
        mart,
        holder || '/' || year as row_key,
        'fct_facility_emissions' as parent_mart,
        plant_key as parent_row_key
    from (
        select
            plant_key,
            year,
            unnest(['fct_company_emissions', 'county_emissions', 'industry_emissions']) as mart,
            unnest([company_tax_id, county_code, industry_code]) as holder
        from plants
    ) as held
    -- a plant without a known owner is in no company
    where holder is not null
    union all by name
    select
        'fct_company_emissions' as mart,
        concat_ws('/', missing.tax_id, missing.year) as row_key,
        'missing_before_tco2e' as column_name,
        'fct_facility_emissions' as parent_mart,
        concat_ws('/', missing.control_no, missing.year - 1) as parent_row_key
    from {{ ref('int_emissions__find_missing_plant') }} as missing
    inner join {{ ref('int_emissions__company_year') }} as company
        on company.tax_id = missing.tax_id and company.year = missing.year
    union all by name
    select distinct
        'industry_emissions' as mart,
        concat_ws('/', industry_code, year) as row_key,
        'unmapped_limit_ratio' as column_name,
        'rule_threshold' as parameter_table,
        'dq36:max_unmapped' as parameter_key,
        year as parameter_year
    from plants
    union all by name
    select
        'fct_coal_use' as mart,
        concat_ws('/', coal.company_key, coal.year) as row_key,
        coal.source_release_key,
        {{ seed_file('open_data_coal_company') }} as file_name,
        coal.row_number,
        format('{:.15g} t', coal.coal_t) as raw_text
    from {{ ref('int_emissions__identify_coal') }} as coal
    union all by name
    select
        'fct_fund_holding' as mart,
        concat_ws('/', fund_code, year, quarter, security_code) as row_key,
        source_release_key,
        {{ seed_file('open_data_fund_holding') }} as file_name,
        row_number,
        security_name_zh || ' ' || weight_pct || ' %' as raw_text
    from {{ ref('int_emissions__link_holding') }}
    union all by name
    select
        'fct_air_pollutants' as mart,
        concat_ws('/', source_release_key, row_number) as row_key,
        source_release_key,
        row_number,
        value || ' ' || unit_code as raw_text
    from {{ ref('int_emissions__attribute_pollutants') }}
    union all by name
    select
        'national_inventory' as mart,
        cast(year as varchar) as row_key,
        source_release_key,
        {{ seed_file('open_data_ghg_p_02') }} as file_name,
        row_number,
        format('total {:.15g} t, net {:.15g} t', total_tco2e, net_tco2e) as raw_text
    from {{ ref('int_emissions__select_inventory') }}
)

{{ as_trace('links') }}
