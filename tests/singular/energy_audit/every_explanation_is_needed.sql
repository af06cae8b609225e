-- an explanation that no correction and no mismatch uses is stale
select 'ref_explanation.csv: ' || explanation_code || ' explains nothing' as problem
from {{ ref('ref_explanation') }}
where explanation_code not in (select reason_code from {{ ref('cor_energy_audit_2022') }})
    and explanation_code not in (select explanation_code from {{ ref('dq_reconciliation') }} where explanation_code is not null)
