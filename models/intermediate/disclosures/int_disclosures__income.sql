-- from the newest vintage of the income statements, thousand TWD made TWD
select
    statement.stock_code,
    statement.year,
    known.tax_id,
    case when known.tax_id is null then 'unresolved' else 'same_stock_code' end
        as resolution_code,
    {%- for item in [
        'revenue', 'operating_costs', 'operating_expenses', 'operating_income', 'net_income',
        'comprehensive_income', 'total_assets',
    ] %}
        statement.{{ item }}_twd1000 * 1000 as {{ item }}_twd,
    {%- endfor %}
    statement.source_release_key,
    statement.row_number
from {{ ref('stg_market__income_statement') }} as statement
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = statement.source_release_key
left join {{ ref('int_emissions__resolve_stock_code') }} as known
    on known.stock_code = statement.stock_code
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (
        partition by statement.stock_code, statement.year
        order by
            release.vintage_date desc, statement.source_release_key desc,
            statement.row_number
    ) = 1
