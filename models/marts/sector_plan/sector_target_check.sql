with checks as (
    select * from {{ ref('int_sector_plan__reconcile_sums') }}
    union all by name
    select * from {{ ref('int_sector_plan__reconcile_statements') }}
    union all by name
    select * from {{ ref('int_sector_plan__reconcile_targets') }}
    union all by name
    select * from {{ ref('int_sector_plan__reconcile_models') }}
),

judged as (
    {{ judged_checks('checks') }}
)

select
    judged.check_code,
    judged.sector_code,
    judged.cell_ref,
    judged.definition_code,
    judged.kloe_code,
    judged.reported_value,
    {{ without_noise('judged.recomputed_value', 9) }} as recomputed_value,
    {{ without_noise('judged.recomputed_value - judged.reported_value', 9) }} as difference,
    {{ without_noise('judged.half_unit + judged.input_tolerance', 9) }} as tolerance,
    judged.unit_code,
    judged.verdict,
    judged.formula,
    explanation.text_en as explanation,
    judged.source_release_key
from judged
left join {{ ref('ref_explanation') }} as explanation
    on judged.verdict = 'mismatch'
        and explanation.explanation_code = judged.explanation_code
