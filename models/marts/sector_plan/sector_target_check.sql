-- one row per check of the plan against itself, with the verdict of dq_reconciliation
with checks as (
    select
        check_code,
        cell_ref,
        sector_code,
        definition_code,
        kloe_code
    from {{ ref('int_sector_plan__reconcile_tables') }}
    union all
    select
        check_code,
        cell_ref,
        sector_code,
        definition_code,
        kloe_code
    from {{ ref('int_sector_plan__reconcile_targets') }}
)

select
    checks.check_code,
    checks.sector_code,
    verdict.cell_ref,
    checks.definition_code,
    checks.kloe_code,
    verdict.reported_value,
    verdict.recomputed_value,
    verdict.difference,
    verdict.tolerance,
    verdict.unit_code,
    verdict.verdict,
    verdict.formula,
    verdict.explanation,
    verdict.source_release_key
from checks
inner join {{ ref('dq_reconciliation') }} as verdict
    on verdict.dataset = 'rescom_plan'
        and verdict.check_code = checks.check_code
        and verdict.cell_ref = checks.cell_ref
