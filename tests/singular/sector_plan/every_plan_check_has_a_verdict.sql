-- sector_target_check and dq_reconciliation hold the same checks: one lost in a join would pass unseen. 19 inside the plan's
-- tables, 36 of demand against targets (sector x definitions: 3 + 12 + 12 + 3 + 6)
select
    'dataset rescom_plan: '
    || (select count(*) from {{ ref('sector_target_check') }}
    )
    || ' checks in sector_target_check, '
    || count(*) || ' in dq_reconciliation, expected 55 in both' as problem
from {{ ref('dq_reconciliation') }}
where dataset = 'rescom_plan'
having count(*) <> 55 or count(*) <> (select count(*) from {{ ref('sector_target_check') }})
