-- from the newest vintage of the income statements
select
    statement.stock_code,
    statement.year,
    statement.net_income_twd1000,
    statement.source_release_key,
    statement.row_number
from {{ ref('stg_market__income_statement') }} as statement
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = statement.source_release_key
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    and statement.net_income_twd1000 is not null
qualify row_number() over (
        partition by statement.stock_code, statement.year
        order by release.vintage_date desc, statement.row_number
    ) = 1
