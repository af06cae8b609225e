-- step 1: which targets can be used, and why the others cannot. The reporting year is a setting, never the clock.
with metric as (
    select distinct lower(scenario_key) as metric
    from {{ ref('ref_temperature_scenario') }}
    where target_kind_code = 'intensity'
),

horizon as (
    select max(last_years) as last_years from {{ ref('ref_temperature_time_frame') }}
)

select
    target.* exclude (intensity_metric, start_year),
    -- an absolute target has no metric, whatever stands in its column
    case when target.target_kind_code = 'intensity' then lower(target.intensity_metric) end
        as intensity_metric,
    coalesce(target.start_year, target.base_year) as start_year,
    case
        when
            target.target_kind_code = 'intensity'
            and coalesce(lower(target.intensity_metric), 'other') = 'other'
            then 'metric_other'
        when target.target_kind_code = 'intensity' and metric.metric is null then 'metric_unknown'
        when target.ambition_ratio is null then 'ambition_missing'
        when target.base_year is null or target.end_year is null then 'year_missing'
        when
            target.end_year <= coalesce(target.start_year, target.base_year)
            or target.end_year <= target.base_year
            then 'ends_before_start'
        when target.achieved_ratio >= 1 then 'achieved'
        when target.end_year < {{ var('temperature_reporting_year', 2024) }} then 'ended'
        when
            target.end_year > {{ var('temperature_reporting_year', 2024) }} + horizon.last_years
            then 'beyond_time_frames'
        when target.is_for_a_part then 'part_of_company'
        when (target.scope_code = 'S1' and target.coverage_s1_ratio is null)
            or (target.scope_code = 'S2' and target.coverage_s2_ratio is null)
            or (
                target.scope_code in ('S1', 'S2')
                and (coalesce(target.base_s1_tco2e + target.base_s2_tco2e, 0) = 0)
            ) then 'cannot_be_combined'
    end as unusable_code
from {{ ref('int_temperature__target') }} as target
left join metric on metric.metric = lower(target.intensity_metric)
cross join horizon
