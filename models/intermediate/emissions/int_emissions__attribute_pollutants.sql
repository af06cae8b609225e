with newest as (
    select printed.*
    from {{ ref('stg_moenv__air_pollutants') }} as printed
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = printed.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by
                printed.company_name, printed.year, printed.subcategory, printed.pollutant_zh
            order by release.vintage_date desc, printed.source_release_key desc
        ) = 1
)

select
    newest.company_name as company_name_zh,
    newest.year,
    newest.pollutant_zh,
    pollutant.pollutant_code,
    matched.tax_id,
    matched.match_code,
    newest.value,
    -- the source states no unit: those of the list are a re-user's
    pollutant.unit_code,
    pollutant.confidence as unit_confidence,
    newest.source_release_key,
    newest.row_number
from newest
inner join {{ ref('int_emissions__match_name') }} as matched
    on matched.dataset = 'air_pollutants' and matched.company_name = newest.company_name
left join {{ ref('ref_air_pollutant') }} as pollutant on pollutant.name_zh = newest.pollutant_zh
