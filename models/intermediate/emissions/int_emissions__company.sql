with evidence as (
    select
        tax_id,
        stock_code,
        company_name as name_zh,
        short_name as short_name_zh,
        english_name as name_en,
        market_code,
        null::varchar as parent_tax_id,
        null::varchar as industry_code,
        1 as preference,
        source_release_key,
        row_number
    from {{ ref('stg_market__company_basics') }}

    union all by name
    select
        everyone.tax_id,
        everyone.stock_code,
        everyone.company_name as name_zh,
        everyone.short_name as short_name_zh,
        market.code as market_code,
        everyone.parent_tax_id,
        2 as preference,
        everyone.source_release_key,
        everyone.row_number
    from {{ ref('stg_market__company_all') }} as everyone
    left join {{ ref('ref_vocabulary') }} as market
        on market.list_code = 'market' and market.name_zh || '公司' = everyone.market_name

    union all by name
    select
        listed.tax_id,
        listed.stock_code,
        listed.company_name as name_zh,
        listed.short_name as short_name_zh,
        industry.industry_code,
        listed.preference,
        listed.source_release_key,
        listed.row_number
    from (
        select
            *,
            3 as preference
        from {{ ref('stg_observatory__company') }}
        union all by name
        -- large emitters off the markets: no other file has their names and tax ids together
        select
            tax_id,
            stock_code,
            company_name,
            short_name,
            industry_group,
            4 as preference,
            source_release_key,
            min(row_number) as row_number
        from {{ ref('stg_observatory__disclosure_sheet') }}
        where company_name is not null
        group by all
    ) as listed
    left join {{ ref('ref_registry_industry') }} as industry
        on industry.registry_name_zh = listed.industry_group
)

select
    evidence.*,
    release.vintage_date
from evidence
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = evidence.source_release_key
where evidence.tax_id is not null
    and release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (
        partition by evidence.tax_id
        order by evidence.preference, release.vintage_date desc, evidence.stock_code
    ) = 1
