{{ config(materialized='view', contract={'enforced': false}) }}
{%- set same_terms = [
    'source_kind_code', 'company_id', 'base_year', 'start_year', 'end_year', 'target_kind_code',
    "coalesce(intensity_metric, '')",
] | join(', ') %}
with usable as (
    select
        *,
        bool_or(scope_code = 'S1') over (partition by {{ same_terms }}) as has_scope1_target
    from {{ ref('int_temperature__assess_target') }}
    where unusable_code is null
),

-- of several S2 targets of the same terms, the one with the highest coverage
scope2 as (
    select *
    from usable
    where scope_code = 'S2'
    qualify row_number() over (
            partition by {{ same_terms }}
            order by coverage_s2_ratio desc, ambition_ratio desc, target_id
        ) = 1
),

paired as (
    select
        scope1.*,
        scope2.target_id as scope2_target_id,
        scope2.ambition_ratio as scope2_ambition_ratio,
        scope1.coverage_s1_ratio * scope1.base_s1_tco2e as covered_s1_tco2e,
        coalesce(scope2.coverage_s2_ratio * scope2.base_s2_tco2e, 0) as covered_s2_tco2e,
        scope1.base_s1_tco2e + coalesce(scope2.base_s2_tco2e, scope1.base_s2_tco2e) as base_tco2e
    from usable as scope1
    left join scope2
        on scope2.source_kind_code = scope1.source_kind_code
            and scope2.company_id = scope1.company_id
            and scope2.base_year = scope1.base_year
            and scope2.start_year = scope1.start_year
            and scope2.end_year = scope1.end_year
            and scope2.target_kind_code = scope1.target_kind_code
            and scope2.intensity_metric is not distinct from scope1.intensity_metric
    where scope1.scope_code = 'S1'
),

united as (
    -- an S1 target, with its S2 target where there is one: ambition weighted by coverage x
    -- emissions; alone it covers its share only
    select
        * exclude (target_id, ambition_ratio, scope_code),
        concat_ws('+', target_id, scope2_target_id) as target_id,
        'S1S2' as scope_code,
        coalesce(case when scope2_target_id is null then ambition_ratio
            else (ambition_ratio * covered_s1_tco2e + scope2_ambition_ratio * covered_s2_tco2e)
                / nullif(covered_s1_tco2e + covered_s2_tco2e, 0)
        end, 0) as ambition_ratio,
        coalesce((covered_s1_tco2e + covered_s2_tco2e) / nullif(base_tco2e, 0), 0) as coverage_ratio
    from paired
    union all by name
    -- an S2 target without one for S1
    select
        * replace ('S1S2' as scope_code),
        coverage_s2_ratio * base_s2_tco2e / (base_s1_tco2e + base_s2_tco2e) as coverage_ratio
    from usable
    where scope_code = 'S2' and not has_scope1_target
    union all by name
    select
        * replace ('S1S2' as scope_code),
        coverage_s1_ratio is null and coverage_s2_ratio is not null
        or coverage_s1_ratio is not null and coverage_s2_ratio is null as is_coverage_partial,
        case
            when coverage_s1_ratio is null and coverage_s2_ratio is null then null
            when coverage_s1_ratio = coverage_s2_ratio then coverage_s1_ratio
            -- a scope without a coverage counts as not covered
            when base_s1_tco2e + base_s2_tco2e > 0
                then coalesce(coverage_s1_ratio * base_s1_tco2e, 0)
                    / (base_s1_tco2e + base_s2_tco2e)
                    + coalesce(coverage_s2_ratio * base_s2_tco2e, 0)
                    / (base_s1_tco2e + base_s2_tco2e)
            -- nothing to weigh with: the lower one never flatters
            else least(coalesce(coverage_s1_ratio, 0), coalesce(coverage_s2_ratio, 0))
        end as coverage_ratio
    from usable
    where scope_code in ('S1S2', 'S1S2S3')
    union all by name
    select
        * replace ('S3' as scope_code),
        coverage_s3_ratio as coverage_ratio
    from usable
    where scope_code = 'S3' or (scope_code = 'S1S2S3' and coverage_s3_ratio is not null)
)

select
    source_kind_code,
    company_id,
    target_id,
    scope_code,
    target_kind_code,
    intensity_metric,
    base_year,
    start_year,
    end_year,
    {{ without_noise('ambition_ratio', 12) }} as ambition_ratio,
    -- a sum of products that is 0.95 must not become 0.9499999
    {{ without_noise('coverage_ratio', 12) }} as coverage_ratio,
    coalesce(is_coverage_partial, false) as is_coverage_partial,
    source_release_key
from united
