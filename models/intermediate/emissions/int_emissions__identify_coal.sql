-- a row with neither tax id nor name is refused by int_emissions__refuse_row
with held as (
    select
        coal.*,
        release.vintage_date,
        coalesce(coal.tax_id, matched.tax_id) as holder_tax_id,
        case
            when coal.tax_id is not null then resolved.resolution_code
            when matched.tax_id is not null then matched.match_code
            else 'no_tax_id'
        end as resolution_code,
        coalesce(
            holder_tax_id, 'name:' || nullif({{ company_name_key('coal.company_name') }}, '')
        ) as company_key
    from {{ ref('stg_observatory__coal_company') }} as coal
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = coal.source_release_key
    left join {{ ref('int_emissions__match_name') }} as matched
        on matched.dataset = 'coal_company'
            and coal.tax_id is null
            and matched.company_name = coal.company_name
    left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = coal.tax_id
)

select
    company_key,
    holder_tax_id as tax_id,
    company_name as company_name_zh,
    year,
    coal_t,
    resolution_code,
    source_release_key,
    row_number
from held
where vintage_date <= cast('{{ var("as_of_date") }}' as date)
    and company_key is not null
    and coal_t is not null
-- two rows of one company in one release both count
qualify rank() over (
        partition by company_key, year order by vintage_date desc, source_release_key desc
    ) = 1
