-- an approval proves what only the SBTi was shown; it makes no figure that fails hold
with proven as (
    select
        judged.*,
        'approved by the SBTi' || coalesce(' on ' || company.validation_date, '')
        || ' under ' || in_force.approval_version as evidence,
        judged.result = 'insufficient_data'
        and judged.role_code = 'required'
        and not coalesce(list_contains(judged.missing_inputs, 'possible_figures'), false)
            as is_proven
    from {{ ref('int_sbti__assess_criterion') }} as judged
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = judged.company_key and company.is_approved
    inner join {{ ref('int_sbti__rule_in_force') }} as in_force
        on in_force.company_key = judged.company_key and in_force.reading = judged.reading
    where judged.reading = 'official_v1_2'
)

select * from {{ ref('int_sbti__assess_criterion') }}
union all by name
select
    * exclude (evidence, is_proven)
    replace (
        'sbti_approval' as reading,
        case when is_proven then 'met' else result end as result,
        case when not is_proven then missing_inputs end as missing_inputs,
        case when is_proven then evidence || '; ' else '' end || explanation as explanation
    )
from proven
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
