{%- set reporting_year = reporting_year('stated', 'reporting') %}
with metric as (
    select distinct lower(scenario_key) as metric
    from {{ ref('ref_temperature_scenario') }}
    where target_kind_code = 'intensity'
),

horizon as (
    select max(last_years) as last_years
    from {{ ref('ref_temperature_time_frame') }}
),

stated as (
    select
        * replace (
            -- an absolute target has no metric, whatever stands in its column
            case when target_kind_code = 'intensity' then lower(intensity_metric) end
                as intensity_metric,
            coalesce(start_year, base_year) as start_year
        )
    from {{ ref('int_temperature__target') }}
)

select
    stated.*,
    case
        when stated.is_unreadable then 'unreadable'
        -- a share of suppliers or of electricity is no reduction
        when stated.target_kind_code = 'other' then 'no_reduction'
        when stated.target_kind_code = 'intensity'
            and coalesce(stated.intensity_metric, 'other') = 'other'
            then 'metric_other'
        when stated.target_kind_code = 'intensity' and metric.metric is null then 'metric_unknown'
        when stated.ambition_ratio is null then 'ambition_missing'
        when stated.ambition_ratio not between 0 and 1 then 'ambition_impossible'
        when stated.base_year is null or stated.end_year is null then 'year_missing'
        when stated.end_year <= stated.start_year or stated.end_year <= stated.base_year
            then 'ends_before_start'
        when stated.achieved_ratio >= 1 then 'achieved'
        when stated.end_year < {{ reporting_year }} then 'ended'
        when stated.end_year > {{ reporting_year }} + horizon.last_years
            then 'beyond_time_frames'
        when stated.is_for_a_part then 'part_of_company'
        when stated.scope_code = 'S1' and stated.coverage_s1_ratio is null
            then 'cannot_be_combined'
        when stated.scope_code = 'S2' and stated.coverage_s2_ratio is null
            then 'cannot_be_combined'
        when stated.scope_code in ('S1', 'S2')
            and coalesce(stated.base_s1_tco2e + stated.base_s2_tco2e, 0) = 0
            then 'cannot_be_combined'
    end as unusable_code
from stated
left join metric on metric.metric = stated.intensity_metric
cross join horizon
cross join {{ ref('int_temperature__reporting_year') }} as reporting
