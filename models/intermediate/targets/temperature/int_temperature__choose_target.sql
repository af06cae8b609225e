-- steps 3 and 4: ambition where coverage is short, time frame, and the one target of company, time frame and scope
with rule as (
    select
        max(value) filter (where rule_key = 'full_coverage_s1s2') as full_coverage_s1s2,
        max(value) filter (where rule_key = 'full_coverage_s3') as full_coverage_s3
    from {{ ref('rule_temperature') }}
)

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
    target.ambition_ratio as stated_ambition_ratio,
    case
        -- an unknown coverage is not below the limit
        when target.coverage_ratio
            < case target.scope_code
                when 'S3' then rule.full_coverage_s3 else rule.full_coverage_s1s2
            end
            then target.ambition_ratio * target.coverage_ratio
        else target.ambition_ratio
    end as ambition_ratio,
    time_frame.slope_years,
    target.source_release_key
from {{ ref('int_temperature__combine_scope') }} as target
cross join rule
inner join {{ ref('ref_temperature_time_frame') }} as time_frame
    on target.end_year
        - {{ var('temperature_reporting_year', 2024) }} between time_frame.first_years and time_frame.last_years
qualify row_number() over (
        partition by
            target.source_kind_code, target.company_id, time_frame.time_frame_code, target.scope_code
        order by
            -- absolute, intensity
            target.coverage_ratio desc nulls last,
            target.end_year desc,
            target.base_year desc,
            target.target_kind_code,
            target.ambition_ratio desc, target.target_id
    ) = 1
