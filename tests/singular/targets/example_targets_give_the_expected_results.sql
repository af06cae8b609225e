-- every made-up target stands where the hand calculation puts it, and every criterion is on both
-- sides of its boundary
select
    format(
        'example {} {}, {} ({}): {}, by hand {} ({}); {}',
        expected.company_key, expected.target_id, expected.criterion_code, expected.reading,
        coalesce(assessed.result, 'no such row'), expected.expected_result, expected.reason,
        coalesce(assessed.explanation, '')
    ) as problem
from {{ ref('stg_sbti__example_expected') }} as expected
left join {{ ref('int_sbti__assess_target') }} as assessed
    on assessed.company_key = expected.company_key
        and assessed.target_id = expected.target_id
        and assessed.criterion_code = expected.criterion_code
        and assessed.reading = expected.reading
where assessed.result is distinct from expected.expected_result
union all
select format('no example shows {} ({}) {}', rule.criterion_code, rule.reading, outcome.result)
from (
    select distinct
        criterion_code,
        reading
    from {{ ref('rule_sbti_criterion') }}
    -- a comparison that needs no number has no two sides
    where comparison_code <> 'none'
) as rule
cross join (values ('met'), ('not_met')) as outcome (result)
left join {{ ref('int_sbti__assess_target') }} as assessed
    on assessed.criterion_code = rule.criterion_code
        and assessed.reading = rule.reading
        and assessed.result = outcome.result
        and starts_with(assessed.company_key, 'example:')
where assessed.company_key is null
