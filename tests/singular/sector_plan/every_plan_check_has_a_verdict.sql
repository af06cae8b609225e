-- sector_target_check and dq_reconciliation hold the same checks with the same verdicts: one that
-- is lost on the way to either would pass unseen
select
    format(
        '{} {}: {} in sector_target_check, {} in dq_reconciliation',
        coalesce(own.check_code, roof.check_code), coalesce(own.cell_ref, roof.cell_ref),
        coalesce(own.verdict, 'missing'), coalesce(roof.verdict, 'missing')
    ) as problem
from {{ ref('sector_target_check') }} as own
full join (
    select *
    from {{ ref('dq_reconciliation') }}
    where dataset = 'rescom_plan'
) as roof
    on roof.check_code = own.check_code and roof.cell_ref = own.cell_ref
where own.verdict is distinct from roof.verdict
