-- a target of a company that the companies of the portfolio do not list
select
    target.source_release_key,
    target.row_number,
    'company_id' as column_code,
    'a company of the file of companies' as expected_en
from {{ ref('int_own__cell') }} as target
where
    target.dataset_code = 'portfolio_target'
    and target.column_code = 'company_id'
    and target.raw_text is not null
    and not exists (
        select 1
        from {{ ref('int_own__cell') }} as company
        where
            company.dataset_code = 'portfolio_company'
            and company.column_code = 'company_id'
            and company.source_kind_code = target.source_kind_code
            and company.raw_text = target.raw_text
    )
