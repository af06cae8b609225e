-- step 6: the nine scores of each company, not rounded. Without a target the default stands; S1S2S3 is S1S2 while scope 3 is immaterial, else the
-- mean of both weighted by emissions, and the default where the emissions are unknown.
with rule as (
    select
        max(value) filter (where rule_key = 'default_score') as default_score,
        max(value) filter (where rule_key = 'material_s3_share') as material_s3_share
    from {{ ref('rule_temperature') }}
),

scored as (
    select
        company.source_kind_code,
        company.company_id,
        company.s1s2_tco2e,
        company.s3_tco2e,
        time_frame.time_frame_code,
        coalesce(s1s2.score, rule.default_score) as s1s2_score,
        cast(s1s2.score is null as integer) as s1s2_default,
        coalesce(s3.score, rule.default_score) as s3_score,
        cast(s3.score is null as integer) as s3_default,
        rule.default_score,
        company.s1s2_tco2e + company.s3_tco2e as all_tco2e,
        -- multiplied, not divided: no emissions are no share
        case when all_tco2e > 0 then company.s3_tco2e < rule.material_s3_share * all_tco2e end
            as is_s1s2_enough
    from {{ ref('int_temperature__company') }} as company
    cross join {{ ref('ref_temperature_time_frame') }} as time_frame
    cross join rule
    left join {{ ref('int_temperature__score_target') }} as s1s2
        on s1s2.source_kind_code = company.source_kind_code and s1s2.company_id = company.company_id
            and s1s2.time_frame_code = time_frame.time_frame_code and s1s2.scope_code = 'S1S2'
    left join {{ ref('int_temperature__score_target') }} as s3
        on s3.source_kind_code = company.source_kind_code and s3.company_id = company.company_id
            and s3.time_frame_code = time_frame.time_frame_code and s3.scope_code = 'S3'
)

select
    source_kind_code,
    company_id,
    time_frame_code,
    'S1S2' as scope_code,
    s1s2_score as score,
    cast(s1s2_default as double) as default_ratio,
    case when s1s2_default = 1 then 'default' else 'target' end as basis_code
from scored
union all
select
    source_kind_code,
    company_id,
    time_frame_code,
    'S3',
    s3_score,
    cast(s3_default as double),
    case when s3_default = 1 then 'default' else 'target' end
from scored
union all
select
    source_kind_code,
    company_id,
    time_frame_code,
    'S1S2S3',
    case when is_s1s2_enough is null then default_score
        when is_s1s2_enough then s1s2_score
        else (s1s2_score * s1s2_tco2e + s3_score * s3_tco2e) / all_tco2e
    end,
    case when is_s1s2_enough is null then 1
        when is_s1s2_enough then s1s2_default
        else (s1s2_default * s1s2_tco2e + s3_default * s3_tco2e) / all_tco2e
    end,
    case
        when is_s1s2_enough is null then 'emissions_unknown' when
            is_s1s2_enough
            then 's1s2_stands'
        else 'weighted'
    end
from scored
