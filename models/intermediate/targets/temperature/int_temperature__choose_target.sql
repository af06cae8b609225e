{{ config(materialized='view', contract={'enforced': false}) }}
{%- set reporting_year = reporting_year('target', 'reporting') %}
select
    target.source_kind_code,
    target.company_id,
    time_frame.time_frame_code,
    target.scope_code,
    target.target_id,
    target.target_kind_code,
    target.intensity_metric,
    target.base_year,
    target.end_year,
    target.coverage_ratio,
    target.is_coverage_partial,
    target.ambition_ratio as stated_ambition_ratio,
    case
        -- an unknown coverage is not below the limit
        when target.scope_code = 'S3' and target.coverage_ratio < rule.full_coverage_s3
            then target.ambition_ratio * target.coverage_ratio
        when target.scope_code <> 'S3' and target.coverage_ratio < rule.full_coverage_s1s2
            then target.ambition_ratio * target.coverage_ratio
        else target.ambition_ratio
    end as ambition_ratio,
    time_frame.slope_years,
    target.source_release_key
from {{ ref('int_temperature__combine_scope') }} as target
cross join {{ ref('int_temperature__rule_in_force') }} as rule
cross join {{ ref('int_temperature__reporting_year') }} as reporting
inner join {{ ref('ref_temperature_time_frame') }} as time_frame
    on target.end_year between {{ reporting_year }} + time_frame.first_years
        and {{ reporting_year }} + time_frame.last_years
qualify row_number() over (
        partition by
            target.source_kind_code,
            target.company_id,
            time_frame.time_frame_code,
            target.scope_code
        order by
            target.coverage_ratio desc nulls last,
            target.end_year desc,
            target.base_year desc,
            target.target_kind_code,  -- absolute before intensity
            target.ambition_ratio desc,
            target.target_id
    ) = 1
