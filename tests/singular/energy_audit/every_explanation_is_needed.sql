-- an explanation that no correction, no rule and no mismatch uses is stale; on an earlier day than
-- the newest the mismatches of later files are not known
select 'ref_explanation.csv: ' || explanation.explanation_code || ' explains nothing' as problem
from {{ ref('ref_explanation') }} as explanation
left join {{ ref('cor_energy_audit_2022') }} as fix
    on fix.reason_code = explanation.explanation_code
left join {{ ref('dq_reconciliation') }} as checks
    on checks.explanation_code = explanation.explanation_code
left join {{ ref('rule_exchange_difference') }} as rule
    on rule.explanation_code = explanation.explanation_code
where fix.reason_code is null
    and checks.explanation_code is null
    and rule.explanation_code is null
    and current_date <= cast('{{ var("as_of_date") }}' as date)
