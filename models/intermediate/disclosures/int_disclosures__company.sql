-- the observatory's list, which is its sheet where that has names
with listed as (
    select
        * exclude (company_name),
        1 as preference
    from {{ ref('stg_observatory__company') }}
    union all by name
    select
        tax_id,
        stock_code,
        short_name,
        industry_group,
        source_release_key,
        min(row_number) as row_number,
        2 as preference
    from {{ ref('stg_observatory__disclosure_sheet') }}
    where short_name is not null
    group by all
),

report_years as (
    select report_year from {{ ref('stg_observatory__report_field') }}
    union
    select report_year from {{ ref('stg_observatory__disclosure_sheet') }}
)

select
    listed.tax_id,
    report_years.report_year,
    listed.stock_code,
    listed.short_name,
    industry.industry_code,
    listed.source_release_key,
    listed.row_number
from listed
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = listed.source_release_key
left join {{ ref('ref_registry_industry') }} as industry
    on industry.registry_name_zh = listed.industry_group
cross join report_years
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (
        partition by listed.tax_id, report_years.report_year
        order by listed.preference, release.vintage_date desc
    ) = 1
