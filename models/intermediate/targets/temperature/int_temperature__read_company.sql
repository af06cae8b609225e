-- good rows of the companies of portfolios; tonnes of CO2e, money in one currency
select
    -- the published name of what a user states of a portfolio
    case cell.source_kind_code when 'own' then 'portfolio' else cell.source_kind_code end
        as source_kind_code,
    source_release_key,
    {{ cell_text('company_id') }} as company_id,
    {{ cell_text('company_name') }} as company_name,
    upper({{ cell_text('isic') }}) as isic_code,
    {{ cell_number('ghg_s1s2') }} as s1s2_tco2e,
    {{ cell_number('ghg_s3') }} as s3_tco2e,
    {{ cell_number('company_market_cap') }} as market_cap_value,
    {{ cell_number('company_enterprise_value') }} as enterprise_value,
    coalesce(
        {{ cell_number('company_ev_plus_cash') }},
        {{ cell_number('company_enterprise_value') }}
        + {{ cell_number('company_cash_equivalents') }}
    ) as enterprise_and_cash_value,
    {{ cell_number('company_total_assets') }} as assets_value,
    {{ cell_number('company_revenue') }} as revenue_value,
    {{ cell_number('fossil_revenue_ratio') }} as fossil_revenue_ratio,
    {{ cell_flag('extracts_fossil_fuel') }} as extracts_fossil_fuel
from {{ ref('int_own__accept') }} as cell
where dataset_code = 'portfolio_company'
group by dataset_code, cell.source_kind_code, source_release_key, row_number
