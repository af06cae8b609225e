select * from {{ ref('int_sbti__assess_criterion') }}
union all by name
select
    verdict.company_key,
    'company' as target_id,
    rule.criterion_code,
    verdict.reading,
    rule.role_code,
    verdict.result,
    verdict.actual_value,
    rule.required_value,
    rule.unit_code,
    rule.criteria_version,
    verdict.result as result_today,
    case when verdict.result = 'insufficient_data' then verdict.missing_inputs end
        as missing_inputs,
    verdict.net_zero_verdict || ': ' || verdict.explanation as explanation
from {{ ref('int_sbti__assess_net_zero') }} as verdict
inner join {{ ref('int_sbti__rule_in_force') }} as in_force
    on in_force.company_key = verdict.company_key and in_force.reading = verdict.reading
inner join {{ ref('rule_sbti_criterion') }} as rule
    on rule.criterion_code = 'net_zero'
        and rule.reading = in_force.reading
        and rule.criteria_version = in_force.net_zero_version
