-- one row per industry and axis: averages of the companies scored on all six axes, shown from ten companies on
with complete as (
    select
        radar.*,
        company.industry_code
    from {{ ref('int_climate_score__radar') }} as radar
    inner join {{ ref('int_disclosures__company') }} as company
        on company.tax_id = radar.tax_id and company.report_year = radar.report_year
    qualify radar.report_year = max(radar.report_year) over ()
        and count(radar.score) over (partition by radar.tax_id, radar.report_year) = 6
)

select
    industry_code,
    axis_no,
    any_value(axis_code) as axis_code,
    any_value(report_year) as report_year,
    {{ without_noise('avg(score)') }} as avg_score,
    {{ without_noise('avg(score_observatory_variant)') }} as avg_score_observatory_variant,
    cast(count(*) as integer) as company_count,
    count(*)
    >= {{ rule_value('industry_radar:min_companies', 'any_value(report_year)') }} as is_shown
from complete
where industry_code is not null
group by industry_code, axis_no
