-- stock codes that no company bears, columns of assurance that name another standard, and revenue
-- to date beyond the year's
with coded as (
    select
        'twse_esg_ghg' as dataset,
        stock_code,
        company_name_zh,
        tax_id,
        coalesce(ghg_release_key, energy_release_key) as source_release_key
    from {{ ref('int_disclosures__exchange') }}
    union all by name
    select
        'monthly_revenue' as dataset,
        stock_code,
        company_name_zh,
        tax_id,
        source_release_key
    from {{ ref('int_disclosures__revenue_month') }}
    union all by name
    select
        'income_annual' as dataset,
        stock_code,
        tax_id,
        source_release_key
    from {{ ref('int_disclosures__income') }}
)

select
    dataset,
    'DQ12' as rule_code,
    stock_code as entity_key,
    cast(null as integer) as period,
    'stock_code' as column_name,
    coalesce(max(company_name_zh), stock_code) as raw_value,
    cast(null as varchar) as suggested_value,
    'event' as severity,
    'no list of companies has this stock code: its ' || count(*)
    || ' rows are published without a tax id' as explanation,
    max(source_release_key) as source_release_key
from coded
where tax_id is null
group by dataset, stock_code
union all by name
select
    'twse_esg_ghg' as dataset,
    'DQ30' as rule_code,
    'all companies' as entity_key,
    report_year as period,
    scope || '_assurance' as column_name,
    string_agg(distinct assurance, ', ' order by assurance) as raw_value,
    'warning' as severity,
    count(*) || ' companies name a standard of management where the verification of emissions is'
    || ' asked for: kept as it is and flagged' as explanation,
    min(ghg_release_key) as source_release_key
from (
    select
        report_year,
        ghg_release_key,
        unnest(['scope1', 'scope2', 'scope3']) as scope,
        unnest([scope1_assurance, scope2_assurance, scope3_assurance]) as assurance,
        flags
    from {{ ref('int_disclosures__exchange') }}
)
where list_contains(flags, scope || '_standard_not_of_emissions')
group by report_year, scope
union all by name
select
    'monthly_revenue' as dataset,
    'RD04' as rule_code,
    monthly.stock_code as entity_key,
    monthly.year as period,
    'cumulated_twd' as column_name,
    format('{:.15g}', monthly.cumulated_twd) as raw_value,
    'warning' as severity,
    'revenue to ' || strftime(monthly.month, '%Y-%m') || ' is '
    || format('{:.3g}', monthly.cumulated_twd / income.revenue_twd)
    || ' times the revenue of the whole year; both are kept' as explanation,
    monthly.source_release_key
from {{ ref('int_disclosures__revenue_month') }} as monthly
inner join {{ ref('int_disclosures__income') }} as income
    on income.stock_code = monthly.stock_code and income.year = monthly.year
where monthly.month_no < 12
    and income.revenue_twd > 0
    and monthly.cumulated_twd > income.revenue_twd
qualify row_number() over (
        partition by monthly.stock_code, monthly.year order by monthly.month_no desc
    ) = 1
