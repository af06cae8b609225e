{{ config(materialized='view', contract={'enforced': false}) }}
with chosen as (
    select
        source_kind_code,
        company_id,
        time_frame_code,
        max(score) filter (where scope_code = 'S1S2') as s1s2_score,
        max(score) filter (where scope_code = 'S3') as s3_score
    from {{ ref('int_temperature__score_target') }}
    group by source_kind_code, company_id, time_frame_code
),

scored as (
    select
        company.source_kind_code,
        company.company_id,
        company.s1s2_tco2e,
        company.s3_tco2e,
        time_frame.time_frame_code,
        coalesce(chosen.s1s2_score, rule.default_score) as s1s2_score,
        cast(chosen.s1s2_score is null as integer) as s1s2_default,
        coalesce(chosen.s3_score, rule.default_score) as s3_score,
        cast(chosen.s3_score is null as integer) as s3_default,
        rule.default_score,
        company.s1s2_tco2e + company.s3_tco2e as all_tco2e,
        -- multiplied, not divided: no emissions are no share
        case when all_tco2e > 0 then company.s3_tco2e < rule.material_s3_share * all_tco2e end
            as is_s1s2_enough
    from {{ ref('int_temperature__company') }} as company
    cross join {{ ref('ref_temperature_time_frame') }} as time_frame
    cross join {{ ref('int_temperature__rule_in_force') }} as rule
    left join chosen
        on chosen.source_kind_code = company.source_kind_code
            and chosen.company_id = company.company_id
            and chosen.time_frame_code = time_frame.time_frame_code
)

select
    source_kind_code,
    company_id,
    time_frame_code,
    unnest([
        {
            'scope_code': 'S1S2',
            'score': s1s2_score,
            'default_ratio': cast(s1s2_default as double),
            'basis_code': case when s1s2_default = 1 then 'default' else 'target' end
        },
        {
            'scope_code': 'S3',
            'score': s3_score,
            'default_ratio': cast(s3_default as double),
            'basis_code': case when s3_default = 1 then 'default' else 'target' end
        },
        {
            'scope_code': 'S1S2S3',
            'score': case
                when is_s1s2_enough is null then default_score
                when is_s1s2_enough then s1s2_score
                else (s1s2_score * s1s2_tco2e + s3_score * s3_tco2e) / all_tco2e
            end,
            'default_ratio': case
                when is_s1s2_enough is null then 1
                when is_s1s2_enough then s1s2_default
                else (s1s2_default * s1s2_tco2e + s3_default * s3_tco2e) / all_tco2e
            end,
            'basis_code': case
                when is_s1s2_enough is null then 'emissions_unknown'
                when is_s1s2_enough then 's1s2_stands'
                else 'weighted'
            end
        }
    ], recursive := true)
from scored
