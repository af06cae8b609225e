-- what the exposure of a fund rests on: its holdings, and emissions and coal of what it holds
with held as (
    select
        *,
        concat_ws('/', fund_code, year, quarter) as fund_key
    from {{ ref('int_emissions__link_holding') }}
),

emitted as (
    select
        company.tax_id,
        concat_ws('/', company.tax_id, company.year) as row_key
    from {{ ref('int_emissions__company_year') }} as company
    inner join {{ ref('int_emissions__grade_year') }} as graded
        on graded.year = company.year and graded.is_complete
    qualify company.year = max(company.year) over ()
),

burnt as (
    select
        tax_id,
        concat_ws('/', company_key, year) as row_key
    from {{ ref('int_emissions__grade_coal') }}
    where filing_state = 'filed'
    qualify year = max(year) over ()
),

links as (
    select
        'fund_exposure' as mart,
        fund_key as row_key,
        'fct_fund_holding' as parent_mart,
        fund_key || '/' || security_code as parent_row_key
    from held
    union all by name
    select
        'fund_exposure' as mart,
        held.fund_key as row_key,
        unnest([
            'sum_emissions_tco2e', 'weighted_emissions_tco2e', 'sum_scope1_tco2e',
            'sum_scope2_tco2e', 'weighted_scope1_tco2e'
        ]) as column_name,
        'fct_company_emissions' as parent_mart,
        emitted.row_key as parent_row_key
    from held
    inner join emitted on emitted.tax_id = held.tax_id
    union all by name
    select
        'fund_exposure' as mart,
        held.fund_key as row_key,
        unnest(['sum_coal_t', 'weighted_coal_t']) as column_name,
        'fct_coal_use' as parent_mart,
        burnt.row_key as parent_row_key
    from held
    inner join burnt on burnt.tax_id = held.tax_id
)

{{ as_trace('links') }}
