with scope3 as (
    select
        company_key,
        kind_code = 'long_term' as is_long_term,
        coverage_pct
    from {{ ref('int_sbti__target') }}
    where scope_code in ('s3', 's123')
        and kind_code in ('near_term', 'supplier_engagement', 'long_term')
),

covered as (
    select
        company_key,
        count(*) as scope3_count,
        count(*) filter (where not is_long_term) as scope3_near_count,
        count(*) filter (where is_long_term) as scope3_long_count,
        sum(coverage_pct) filter (where not is_long_term) as scope3_near_pct,
        sum(coverage_pct) filter (where is_long_term) as scope3_long_pct,
        count(*) filter (where not is_long_term and coverage_pct is null) as scope3_near_unknown,
        count(*) filter (where is_long_term and coverage_pct is null) as scope3_long_unknown
    from scope3
    group by company_key
),

sold as (
    select
        company_key,
        count(*) filter (where covers_category_11) as category_11_count,
        count(*) filter (where covers_category_11 and kind_code <> 'supplier_engagement')
            as category_11_reduction_count,
        count(*) filter (where covers_category_11 is null) as category_11_unknown
    from {{ ref('int_sbti__target') }}
    group by company_key
)

select
    company.company_key,
    rule.reading,
    company.scope1_tco2e,
    company.scope2_tco2e,
    company.scope3_tco2e,
    company.scope1_tco2e + company.scope2_tco2e + company.scope3_tco2e as total_tco2e,
    -- multiplied, not divided: no emissions are no share
    case
        when rule.is_scope3_needed_at_ratio
            then company.scope3_tco2e < rule.scope3_needed_ratio * total_tco2e
        else company.scope3_tco2e <= rule.scope3_needed_ratio * total_tco2e
    end as is_scope3_small,
    rule.scope3_near_term_pct as scope3_near_required_pct,
    company.sells_fossil_fuel,
    company.has_scope3_target,
    company.knows_every_target,
    coalesce(covered.scope3_count, 0) > 0 as has_scope3_row,
    coalesce(covered.scope3_near_count, 0) > 0 as has_scope3_near_row,
    coalesce(covered.scope3_long_count, 0) > 0 as has_scope3_long_row,
    covered.scope3_near_pct,
    covered.scope3_long_pct,
    coalesce(covered.scope3_near_unknown, 0) > 0 as is_scope3_near_open,
    coalesce(covered.scope3_long_unknown, 0) > 0 as is_scope3_long_open,
    -- officially an engagement target does not count
    coalesce(
        case
            when rule.reading = 'newsletter' then sold.category_11_count
            else sold.category_11_reduction_count
        end,
        0
    ) as category_11_count,
    coalesce(sold.category_11_unknown, 0) > 0 as is_category_11_open
from {{ ref('int_sbti__company') }} as company
inner join {{ ref('int_sbti__rule_in_force') }} as rule
    on rule.company_key = company.company_key
left join covered on covered.company_key = company.company_key
left join sold on sold.company_key = company.company_key
