-- by tax id for plants, by stock code, security or name for what prints no tax id
with matched as (
    select
        'ghg_registry' as dataset,
        emissions.year,
        coalesce(resolved.resolution_code, 'no_tax_id') as resolution_code,
        emissions.control_no as entity_key,
        emissions.total_tco2e,
        emissions.scope1_tco2e
    from {{ ref('fct_facility_emissions') }} as emissions
    left join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
    union all by name
    select
        'twse_esg_ghg' as dataset,
        report_year as year,
        resolution_code,
        stock_code as entity_key
    from {{ ref('int_disclosures__exchange') }}
    union all by name
    select
        'monthly_revenue' as dataset,
        year,
        resolution_code,
        stock_code as entity_key
    from {{ ref('int_disclosures__revenue_month') }}
    union all by name
    select
        'income_annual' as dataset,
        year,
        resolution_code,
        stock_code as entity_key
    from {{ ref('int_disclosures__income') }}
    union all by name
    select
        'etf_holdings' as dataset,
        year,
        resolution_code,
        security_code as entity_key
    from {{ ref('int_emissions__link_holding') }}
    union all by name
    select
        'initiatives' as dataset,
        cast(year(list_date) as integer) as year,
        match_code as resolution_code,
        company_name as entity_key
    from {{ ref('int_emissions__initiative') }}
    union all by name
    select
        'sbti_companies' as dataset,
        cast(year(release.vintage_date) as integer) as year,
        named.match_code as resolution_code,
        named.company_name as entity_key
    from {{ ref('int_emissions__match_dashboard') }} as named
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = named.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
)

select
    dataset,
    year,
    resolution_code,
    cast(count(distinct entity_key) as integer) as entity_count,
    sum(total_tco2e) as total_tco2e,
    sum(scope1_tco2e) as scope1_tco2e,
    count(distinct entity_key) / sum(count(distinct entity_key)) over (partition by dataset, year)
        as entity_share_ratio,
    sum(total_tco2e) / sum(sum(total_tco2e)) over (partition by dataset, year)
        as tonnage_share_ratio,
    sum(scope1_tco2e) / sum(sum(scope1_tco2e)) over (partition by dataset, year)
        as scope1_share_ratio
from matched
group by dataset, year, resolution_code
