with stated as (
    select
        source_kind_code,
        company_id,
        cast(count(*) as integer) as target_count,
        string_agg(target_id || ': ' || unusable_code, '; ' order by target_id) filter (
            where unusable_code is not null
        ) as unused_targets,
        max(source_release_key) as source_release_key
    from {{ ref('int_temperature__assess_target') }}
    group by source_kind_code, company_id
),

-- what is the same on all nine rows of a company
known as (
    select
        company.source_kind_code,
        company.company_id,
        company.company_name,
        company.isic_code,
        company.s1s2_tco2e,
        company.s3_tco2e,
        {{ without_noise(
            'company.s3_tco2e / nullif(company.s1s2_tco2e + company.s3_tco2e, 0)', 9
        ) }} as s3_share_ratio,
        -- half of the revenue, or any extraction: the SBTi validates no target of such a company
        case
            when company.extracts_fossil_fuel then 'not_met'
            when 100 * company.fossil_revenue_ratio >= fossil.required_value then 'not_met'
            when company.extracts_fossil_fuel is null or company.fossil_revenue_ratio is null
                then 'insufficient_data'
            else 'met'
        end as fossil_eligibility_code,
        coalesce(stated.target_count, 0) as target_count,
        stated.unused_targets,
        {{ distinct_words(
            "concat_ws(' ', 'temperature_rating_v1', company.source_release_key, "
            ~ "stated.source_release_key)"
        ) }} as source_release_key
    from {{ ref('int_temperature__company') }} as company
    inner join {{ ref('rule_sbti_criterion') }} as fossil
        on fossil.criterion_code = 'fossil_eligibility' and fossil.valid_from is null
    left join stated
        on stated.source_kind_code = company.source_kind_code
            and stated.company_id = company.company_id
)

select
    score.source_kind_code,
    score.company_id,
    known.company_name,
    score.time_frame_code,
    score.scope_code,
    -- the noise of binary fractions must not decide which way a half goes
    cast(round_even({{ without_noise('score.score', 9) }}, 2) as decimal(4, 2))
        as temperature_score,
    score.default_ratio >= 1 as is_default,
    {{ without_noise('score.default_ratio', 9) }} as default_ratio,
    score.basis_code,
    target.target_id,
    target.target_kind_code,
    target.intensity_metric,
    target.base_year,
    target.end_year,
    target.coverage_ratio,
    target.stated_ambition_ratio,
    target.ambition_ratio as used_ambition_ratio,
    target.annual_reduction_pct,
    known.isic_code,
    target.scenario_variable,
    target.regression_key,
    known.s1s2_tco2e,
    known.s3_tco2e,
    known.s3_share_ratio,
    known.fossil_eligibility_code,
    known.target_count,
    known.unused_targets,
    {{ flags_text('target.flags') }} as flags,
    {{ reporting_year('score', 'reporting') }} as reporting_year,
    known.source_release_key
from {{ ref('int_temperature__score_company') }} as score
cross join {{ ref('int_temperature__reporting_year') }} as reporting
inner join
    known
    on known.source_kind_code = score.source_kind_code and known.company_id = score.company_id
left join {{ ref('int_temperature__score_target') }} as target
    on target.source_kind_code = score.source_kind_code and target.company_id = score.company_id
        and target.time_frame_code = score.time_frame_code and target.scope_code = score.scope_code
