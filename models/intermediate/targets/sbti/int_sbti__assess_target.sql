-- every criterion with the net-zero verdict among them: what the marts publish
select
    company_key,
    target_id,
    criterion_code,
    reading,
    role_code,
    result,
    actual_value,
    required_value,
    maximum_value,
    unit_code,
    criteria_version,
    result_today,
    missing_inputs,
    explanation,
    flags
from {{ ref('int_sbti__assess_criterion') }}
union all
select
    verdict.company_key,
    'company',
    'net_zero',
    verdict.reading,
    rule.role_code,
    verdict.result,
    verdict.actual_value,
    rule.required_value,
    null,
    rule.unit_code,
    rule.criteria_version,
    verdict.result,
    case when verdict.result = 'not_assessable' then verdict.missing_inputs end,
    verdict.net_zero_verdict || ': ' || verdict.explanation,
    null
from {{ ref('int_sbti__assess_net_zero') }} as verdict
inner join
    {{ ref('rule_sbti_criterion') }} as rule
    on rule.criterion_code = 'net_zero' and rule.reading = verdict.reading
