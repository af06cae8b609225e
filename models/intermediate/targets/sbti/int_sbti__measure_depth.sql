-- a near-term set as deep as a long-term one, scope 1 and 2 among it, needs no long-term target
with depth as (
    select
        target.company_key,
        rule.reading,
        bool_or(target.kind_code = 'long_term') as has_long_term,
        bool_and(
            target.counted_pct
            >= case
                when target.method_code = 'absolute' then rule.deep_absolute_pct
                else rule.deep_intensity_pct
            end
        ) filter (where target.kind_code = 'near_term')
        and bool_or(target.kind_code = 'near_term' and target.scope_code in ('s12', 's123'))
            as is_deep
    from {{ ref('int_sbti__target') }} as target
    inner join {{ ref('int_sbti__rule_in_force') }} as rule
        on rule.company_key = target.company_key
    group by target.company_key, rule.reading
)

select
    company.company_key,
    'company' as target_id,
    'long_term_needed' as criterion_code,
    rule.reading,
    cast(company.net_zero_year - year(company.submission_date) as double) as actual_value,
    {{ named({
        'submission_date': 'company.submission_date is null',
        'long_term_target': 'not company.knows_every_target',
    }) }} as missing_inputs,
    case when depth.has_long_term or depth.is_deep then 'met' end as forced_result,
    case
        when depth.has_long_term then 'a long-term target is set'
        when depth.is_deep then 'the near-term targets are as deep'
        else 'years to net zero; no long-term target'
    end as detail
from {{ ref('int_sbti__company') }} as company
inner join {{ ref('int_sbti__rule_in_force') }} as rule
    on rule.company_key = company.company_key
left join depth on depth.company_key = company.company_key and depth.reading = rule.reading
where company.net_zero_year is not null
