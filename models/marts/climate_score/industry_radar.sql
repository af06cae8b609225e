with complete as (
    select
        radar.*,
        company.industry_code
    from {{ ref('int_climate_score__radar') }} as radar
    inner join {{ ref('int_disclosures__company') }} as company
        on company.tax_id = radar.tax_id and company.report_year = radar.report_year
    qualify bool_and(radar.score is not null) over (partition by radar.tax_id, radar.report_year)
)

select
    complete.industry_code,
    complete.report_year,
    complete.axis_no,
    any_value(complete.axis_code) as axis_code,
    {{ without_noise('avg(complete.score)') }} as avg_score,
    {{ without_noise('avg(complete.score_observatory_variant)') }}
        as avg_score_observatory_variant,
    cast(count(*) as integer) as company_count,
    coalesce(count(*) >= any_value(rule.min_companies), false) as is_shown
from complete
left join {{ ref('int_climate_score__rule_in_force') }} as rule
    on rule.year = complete.report_year
where complete.industry_code is not null
group by complete.industry_code, complete.report_year, complete.axis_no
