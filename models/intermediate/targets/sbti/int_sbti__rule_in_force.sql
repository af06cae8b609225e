-- the version nearest to the last day of submission among those begun; before the first, the first
with chosen as (
    select
        company.company_key,
        company.route_code,
        rule.reading,
        rule.criterion_code,
        rule.criteria_version,
        rule.comparison_code,
        rule.required_value
    from {{ ref('int_sbti__company') }} as company
    inner join {{ ref('rule_sbti_criterion') }} as rule
        on rule.criterion_code in (
                's3_target_needed', 's3_near_term_coverage', 'long_term_absolute',
                'long_term_intensity', 'net_zero', 'fossil_eligibility',
                's12_near_term_absolute'
            )
    qualify row_number() over (
            partition by company.company_key, rule.reading, rule.criterion_code
            order by
                coalesce(rule.valid_from, date '0001-01-01') <= company.submitted_by_date desc,
                abs(datediff('day', rule.valid_from, company.submitted_by_date)) nulls last
        ) = 1
)

select
    company_key,
    reading,
    max(required_value) filter (where criterion_code = 's3_target_needed') as scope3_needed_ratio,
    bool_or(criterion_code = 's3_target_needed' and comparison_code = 'share')
        as is_scope3_needed_at_ratio,
    max(required_value) filter (where criterion_code = 's3_near_term_coverage')
        as scope3_near_term_pct,
    max(required_value) filter (where criterion_code = 'long_term_absolute') as deep_absolute_pct,
    max(required_value) filter (where criterion_code = 'long_term_intensity')
        as deep_intensity_pct,
    max(required_value) filter (where criterion_code = 'fossil_eligibility')
        as fossil_revenue_limit_pct,
    max(criteria_version) filter (where criterion_code = 'net_zero') as net_zero_version,
    -- financial institutions have criteria of their own, which are not held
    case
        when any_value(route_code) = 'financial' then 'financial_institutions'
        else max(criteria_version) filter (where criterion_code = 's12_near_term_absolute')
    end as approval_version
from chosen
group by company_key, reading
