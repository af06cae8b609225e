-- straight lines through the stated target, least squares over the last registry years, and the
-- national path from the company's own level
with rule as (
    select
        cast(trend_years as integer) as trend_years,
        cast(comparison_year as integer) as comparison_year
    from {{ ref('int_climate_score__rule_in_force') }}
    where is_newest
),

last_years as (
    -- a company that no longer registers has no trend
    select
        *,
        max(year) over () as last_year
    from {{ ref('int_emissions__company_year') }}
),

trends as (
    select
        emissions.tax_id,
        min(emissions.year) as first_year,
        regr_slope(emissions.total_tco2e, emissions.year) as slope,
        regr_intercept(emissions.total_tco2e, emissions.year) as intercept,
        count(distinct emissions.series_code) > 1 as trend_crosses_series_break
    from last_years as emissions
    inner join rule on emissions.year > emissions.last_year - rule.trend_years
    group by emissions.tax_id
    having count(*) = any_value(rule.trend_years)
),

-- the years with reports, and today
report_years as (
    select report_year from {{ ref('int_climate_score__rebase_target') }}
    union
    select year as report_year from {{ ref('int_climate_score__rule_in_force') }}
    where is_newest
),

-- the newest target that a report up to the year states whole
targets as (
    select
        years.report_year,
        target.tax_id,
        target.report_year as target_report_year,
        target.base_year,
        target.target_year,
        target.e_base_tco2e,
        target.boundary,
        target.e_base_tco2e * (1 - target.stated_pct / 100) as e_target_tco2e,
        case
            when pledge.status = 'met' and pledge.value > target.target_year then pledge.value
        end as net_zero_year
    from report_years as years
    inner join {{ ref('int_climate_score__rebase_target') }} as target
        on target.report_year <= years.report_year
    left join {{ ref('int_climate_score__indicator') }} as pledge
        on pledge.tax_id = target.tax_id
            and pledge.report_year = target.report_year
            and pledge.indicator_code = 'net_zero_pledge'
    where target.pct_at_2030 is not null
        and target.e_base_tco2e is not null
        and target.restriction_code is null
    qualify row_number() over (
            partition by years.report_year, target.tax_id order by target.report_year desc
        ) = 1
),

companies as (
    select
        emissions.tax_id,
        max(emissions.source_release_key) as source_release_key,
        max(emissions.total_tco2e) filter (where emissions.year = rule.comparison_year)
            as e_2019_tco2e
    from {{ ref('int_emissions__company_year') }} as emissions
    cross join rule
    group by emissions.tax_id
)

select
    company.tax_id,
    years.report_year,
    path.year,
    actual.total_tco2e as actual_tco2e,
    {{ without_noise(two_step_path(
        'path.year', 'target.base_year', 'target.e_base_tco2e',
        'target.target_year', 'target.e_target_tco2e',
        'target.net_zero_year', 'cast(0 as double)'
    ), 3) }} as target_path_tco2e,
    case
        when path.year >= trend.first_year
            then {{ without_noise('greatest(0, trend.intercept + trend.slope * path.year)', 3) }}
    end as trend_tco2e,
    {{ without_noise('path.of_2019_ratio * company.e_2019_tco2e', 3) }} as national_path_tco2e,
    target.boundary,
    target.target_report_year,
    trend.trend_crosses_series_break,
    {{ distinct_words("concat_ws(' ', company.source_release_key, path.source_release_key)") }}
        as source_release_key
from companies as company
cross join report_years as years
cross join {{ ref('int_climate_score__national_path') }} as path
left join {{ ref('int_emissions__company_year') }} as actual
    on actual.tax_id = company.tax_id and actual.year = path.year
left join targets as target
    on target.tax_id = company.tax_id and target.report_year = years.report_year
left join trends as trend on trend.tax_id = company.tax_id
