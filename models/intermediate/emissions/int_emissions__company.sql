with evidence as (
    select
        basics.tax_id,
        basics.stock_code,
        basics.company_name as name_zh,
        basics.short_name as short_name_zh,
        basics.english_name as name_en,
        basics.market_code,
        null::varchar as parent_tax_id,
        null::varchar as industry_code,
        release.vintage_date,
        1 as preference,
        basics.source_release_key
    from {{ ref('stg_market__company_basics') }} as basics
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = basics.source_release_key
    union all
    select
        everyone.tax_id,
        everyone.stock_code,
        everyone.company_name,
        everyone.short_name,
        null,
        case everyone.market_name
            when '上市公司' then 'listed' when '上櫃公司' then 'otc' when '興櫃公司' then 'emerging' when
                '公開發行公司'
                then 'public'
        end,
        everyone.parent_tax_id,
        null,
        release.vintage_date,
        2,
        everyone.source_release_key
    from {{ ref('stg_market__company_all') }} as everyone
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = everyone.source_release_key
    union all
    select
        panel.tax_id,
        panel.stock_code,
        panel.company_name,
        panel.short_name,
        null,
        null,
        null,
        panel.industry_code,
        release.vintage_date,
        3,
        panel.source_release_key
    from {{ ref('stg_observatory__company') }} as panel
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = panel.source_release_key
    union all
    -- large emitters off the markets: no other file has their names and tax ids together
    select distinct
        sheet.tax_id,
        sheet.stock_code,
        sheet.company_name,
        sheet.short_name,
        null,
        null,
        null,
        industry.industry_code,
        release.vintage_date,
        4,
        sheet.source_release_key
    from {{ ref('stg_observatory__disclosure_sheet') }} as sheet
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = sheet.source_release_key
    left join
        {{ ref('ref_registry_industry') }} as industry
        on industry.registry_name_zh = sheet.industry_group
    where sheet.company_name is not null
)

select *
from evidence
where tax_id is not null and vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (partition by tax_id order by preference, vintage_date desc, stock_code)
    = 1
