-- good rows of the holdings of portfolios; money in the currency of the companies' values
select
    -- the published name of what a user states of a portfolio
    case cell.source_kind_code when 'own' then 'portfolio' else cell.source_kind_code end
        as source_kind_code,
    cell.source_release_key,
    cell.row_number,
    -- a file of another tool is one portfolio, of the end of the reporting year
    coalesce({{ cell_text('portfolio_id') }}, 'portfolio') as fund_code,
    coalesce(
        {{ cell_whole('year') }}, any_value({{ reporting_year('cell', 'reporting') }})
    ) as year,
    coalesce({{ cell_whole('quarter') }}, 4) as quarter,
    {{ cell_text('company_id') }} as company_id,
    {{ cell_number('investment_value') }} as investment_value
from {{ ref('int_own__accept') }} as cell
cross join {{ ref('int_temperature__reporting_year') }} as reporting
where cell.dataset_code = 'portfolio_holding'
group by cell.dataset_code, cell.source_kind_code, cell.source_release_key, cell.row_number
