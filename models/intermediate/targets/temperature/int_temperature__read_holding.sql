-- good rows of the holdings of portfolios; money in the currency of the companies' values
select
    -- the published name of what a user states of a portfolio
    case cell.source_kind_code when 'own' then 'portfolio' else cell.source_kind_code end
        as source_kind_code,
    source_release_key,
    {{ cell_text('portfolio_id') }} as fund_code,
    {{ cell_whole('year') }} as year,
    {{ cell_whole('quarter') }} as quarter,
    {{ cell_text('company_id') }} as company_id,
    {{ cell_number('investment_value') }} as investment_value
from {{ ref('int_own__accept') }} as cell
where dataset_code = 'portfolio_holding'
group by dataset_code, cell.source_kind_code, source_release_key, row_number
