select
    monthly.stock_code,
    monthly.period as month,
    cast(year(monthly.period) as integer) as year,
    cast(month(monthly.period) as integer) as month_no,
    known.tax_id,
    case when known.tax_id is null then 'unresolved' else 'same_stock_code' end
        as resolution_code,
    monthly.company_name as company_name_zh,
    monthly.industry_name as industry_zh,
    {%- for amount in [
        'revenue', 'previous_month', 'same_month_last_year', 'cumulated', 'cumulated_last_year',
    ] %}
        monthly.{{ amount }}_twd1000 * 1000 as {{ amount }}_twd,
    {%- endfor %}
    monthly.month_change_pct,
    monthly.year_change_pct,
    monthly.cumulated_change_pct,
    monthly.note as note_zh,
    monthly.report_date,
    monthly.source_release_key,
    monthly.row_number
from {{ ref('stg_exchange__monthly_revenue') }} as monthly
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = monthly.source_release_key
left join {{ ref('int_emissions__resolve_stock_code') }} as known
    on known.stock_code = monthly.stock_code
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
-- a later list restates a month
qualify row_number() over (
        partition by monthly.stock_code, monthly.period
        order by release.vintage_date desc, monthly.source_release_key desc, monthly.row_number
    ) = 1
