-- every made-up target stands where the hand calculation puts it, and every criterion is on both sides of its boundary
select
    'example '
    || expected.company_key
    || ' '
    || expected.target_id
    || ', '
    || expected.criterion_code
    || ' ('
    || expected.reading
    || '): '
    || coalesce(judged.result, 'no such row')
    || ', by hand '
    || expected.expected_result
    || ' ('
    || expected.reason
    || '); '
    || coalesce(judged.explanation, '') as problem
from {{ ref('stg_sbti__example_expected') }} as expected
left join {{ ref('int_sbti__assess_target') }} as judged
    on judged.company_key = expected.company_key and judged.target_id = expected.target_id
        and judged.criterion_code = expected.criterion_code and judged.reading = expected.reading
where judged.result is distinct from expected.expected_result
union all
select 'no example shows ' || rule.criterion_code || ' (' || rule.reading || ') ' || outcome.result
from (
    select distinct
        criterion_code,
        reading
    from {{ ref('rule_sbti_criterion') }}
) as rule
cross join (values ('pass'), ('fail')) as outcome (result)
left join {{ ref('int_sbti__assess_target') }} as judged
    on judged.criterion_code = rule.criterion_code
        and judged.reading = rule.reading
        and judged.result = outcome.result
        and judged.company_key like 'example:%'
-- these have no number to pass or fail
where judged.company_key is null
    and rule.criterion_code not in ('s12_sector_pathway', 'target_language')
