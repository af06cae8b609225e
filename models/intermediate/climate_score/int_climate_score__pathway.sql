-- pathways of a company: the stated target (base year, target year, net-zero year, straight lines between), the trend (least squares over the last
-- five registry years, not below zero), and the national path from the company's level of 2019
with last_years as (
    -- a company that no longer registers has no trend
    select
        *,
        max(year) over () as last_year
    from {{ ref('int_emissions__company_year') }}
),

trends as (
    select
        tax_id,
        min(year) as first_year,
        regr_slope(total_tco2e, year) as slope,
        regr_intercept(total_tco2e, year) as intercept,
        count(distinct series_code) > 1 as trend_crosses_series_break
    from last_years
    where year > last_year - cast({{ rule_value('pathway:trend_years', 9999) }} as integer)
    group by tax_id
    having count(*) = cast({{ rule_value('pathway:trend_years', 9999) }} as integer)
),

targets as (
    select
        target.tax_id,
        target.base_year,
        target.target_year,
        target.e_base_tco2e,
        target.stated_pct,
        target.boundary,
        target.e_base_tco2e * (1 - target.stated_pct / 100) as e_target_tco2e,
        case
            when pledge.status = 'met' and pledge.value > target.target_year then pledge.value
        end as net_zero_year
    from {{ ref('int_climate_score__rebase_target') }} as target
    left join {{ ref('int_climate_score__indicator') }} as pledge
        on pledge.tax_id = target.tax_id
            and pledge.report_year = target.report_year
            and pledge.indicator_no = 1
    where target.pct_at_2030 is not null and target.e_base_tco2e is not null
    qualify row_number() over (partition by target.tax_id order by target.report_year desc) = 1
)

select
    company.tax_id,
    path.year,
    actual.total_tco2e as actual_tco2e,
    {{ without_noise(two_step_path('path.year', 'target.base_year', 'target.e_base_tco2e', 'target.target_year', 'target.e_target_tco2e',
        'target.net_zero_year', 'cast(0 as double)'), 3) }}
        as target_path_tco2e,
    {{ without_noise('case when path.year >= trend.first_year then greatest(0, trend.intercept + trend.slope * path.year) end', 3) }}
        as trend_tco2e,
    {{ without_noise('path.of_2019_ratio * base.total_tco2e', 3) }} as national_path_tco2e,
    target.boundary,
    trend.trend_crosses_series_break,
    {{ distinct_words("concat_ws(' ', company.source_release_key, path.source_release_key)") }}
        as source_release_key
from (
    select
        tax_id,
        max(source_release_key) as source_release_key
    from {{ ref('int_emissions__company_year') }}
    group by tax_id
) as company
cross join {{ ref('int_climate_score__national_path') }} as path
left join
    {{ ref('int_emissions__company_year') }} as actual
    on actual.tax_id = company.tax_id and actual.year = path.year
left join {{ ref('int_emissions__company_year') }} as base
    on base.tax_id = company.tax_id
        and base.year = cast({{ rule_value('climate:2:comparison_year', 9999) }} as integer)
left join targets as target on target.tax_id = company.tax_id
left join trends as trend on trend.tax_id = company.tax_id
