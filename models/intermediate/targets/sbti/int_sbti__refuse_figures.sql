-- figures that cannot be, each with its name: nothing that rests on them is met
with target as (
    select
        *,
        year(coalesce(submission_date, submitted_by_date)) as last_year
    from {{ ref('int_sbti__read_target') }}
    where method_code <> 'unreadable'
),

refused as (
    select
        company_key,
        target_id,
        list_filter([
            case when reduction_pct < 0 or reduction_pct > 100
                    then 'a reduction of ' || {{ short_number('reduction_pct') }} || ' %'
            end,
            case when coverage_pct < 0 or coverage_pct > 100
                    then 'a coverage of ' || {{ short_number('coverage_pct') }} || ' %'
            end,
            case when category_11_coverage_pct < 0 or category_11_coverage_pct > 100
                    then 'a coverage of category 11 of '
                        || {{ short_number('category_11_coverage_pct') }} || ' %'
            end,
            case when base_year > last_year
                    then 'base year ' || base_year || ' after the submission in ' || last_year
            end,
            case when base_year >= target_year
                    then 'target year ' || target_year || ' not after base year ' || base_year
            end
        ], reason -> reason is not null) as reasons
    from target
    union all
    select
        company_key,
        'company' as target_id,
        list_filter([
            case when scope1_tco2e < 0
                    then 'scope 1 emissions of ' || {{ short_number('scope1_tco2e') }} || ' t'
            end,
            case when scope2_tco2e < 0
                    then 'scope 2 emissions of ' || {{ short_number('scope2_tco2e') }} || ' t'
            end,
            case when scope3_tco2e < 0
                    then 'scope 3 emissions of ' || {{ short_number('scope3_tco2e') }} || ' t'
            end
        ], reason -> reason is not null) as reasons
    from {{ ref('int_sbti__company') }}
    union all
    select
        company_key,
        'company' as target_id,
        [
            'scope 3 coverages of '
            || case when is_long_term then 'long-term' else 'near-term' end
            || ' targets that add to ' || {{ short_number('sum(coverage_pct)') }} || ' %'
        ] as reasons
    from (
        select
            company_key,
            coverage_pct,
            kind_code = 'long_term' as is_long_term
        from target
        where scope_code in ('s3', 's123') and kind_code <> 'renewable_electricity'
    ) as scope3
    group by company_key, is_long_term
    having sum(coverage_pct) > 100
)

-- of two targets joined, one is enough
select
    refused.company_key,
    coalesce(target.target_id, refused.target_id) as target_id,
    flatten(list(refused.reasons)) as reasons
from refused
left join {{ ref('int_sbti__target') }} as target
    on target.company_key = refused.company_key
        and list_contains(string_split(target.target_id, '+'), refused.target_id)
where len(refused.reasons) > 0
group by refused.company_key, coalesce(target.target_id, refused.target_id)
