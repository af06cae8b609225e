with published as (
    select
        coal.tax_id,
        coal.year,
        sum(coal.coal_t) as published_t,
        coal.source_release_key,
        min(coal.row_number) as row_number
    from {{ ref('stg_observatory__coal_company') }} as coal
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = coal.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
        and coal.tax_id is not null
    group by coal.tax_id, coal.year, coal.source_release_key
    qualify row_number()
            over (partition by coal.tax_id, coal.year order by any_value(release.vintage_date) desc)
        = 1
)

select
    tax_id,
    year,
    published_t,
    source_release_key,
    row_number,
    case
        when published_t = 0 and max(published_t) over (partition by tax_id) > 0 then 'not_filed'
        when year = max(year) over (partition by source_release_key) then 'partial_year'
        else 'filed'
    end as filing_state
from published
