{%- set yearbook_checks = [
    'sum', 'share', 'weighted_mean', 'same_value', 'saving_rate', 'rate_beside', 'heat', 'national',
    'implied', 'statement',
] %}
{%- set other_checks = [
    'int_declarations__reconcile_fuel',
    'int_declarations__reconcile_pollutant',
    'int_disclosures__reconcile_inputs',
    'int_emissions__reconcile_gases',
    'int_emissions__reconcile_registry',
    'int_emissions__reconcile_inventory',
    'int_emissions__reconcile_coal',
    'int_disclosures__reconcile_exchange',
    'int_disclosures__reconcile_revenue',
    'int_energy_audit__reconcile_indicator',
    'int_national__reconcile_sectors',
    'int_sector_plan__reconcile_sums',
    'int_sector_plan__reconcile_statements',
    'int_sector_plan__reconcile_targets',
    'int_sector_plan__reconcile_models',
] %}

with checks as (
    {%- for check in yearbook_checks %}
        select
            *,
            'energy_audit_2022' as dataset,
            'energy_audit_2022' as source_release_key
        from {{ ref('int_energy_audit__reconcile_' ~ check) }}
        union all by name
    {%- endfor %}
    {%- for check in other_checks %}
        select * from {{ ref(check) }}
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
),

judged as (
    {{ judged_checks('checks') }}
)

select
    judged.check_code || '|' || judged.cell_ref as check_key,
    judged.dataset,
    judged.check_code,
    judged.table_ref,
    judged.cell_ref,
    judged.unit_code,
    judged.reported_value,
    {{ without_noise('judged.recomputed_value', 9) }} as recomputed_value,
    {{ without_noise('judged.recomputed_value - judged.reported_value', 9) }} as difference,
    {{ without_noise('judged.half_unit + judged.input_tolerance', 9) }} as tolerance,
    judged.verdict,
    judged.formula,
    case
        when judged.verdict = 'mismatch'
            then {{ without_noise('judged.alternative_value', 9) }}
    end as alternative_value,
    explanation.explanation_code,
    case
        when judged.verdict <> 'mismatch' then null
        when explanation.explanation_code is null then 'none'
        when judged.alternative_gap <= judged.alternative_tolerance + judged.noise
            then 'reproduced'
        else 'likely'
    end as explanation_basis,
    explanation.text_en as explanation,
    explanation.text_zh as explanation_zh,
    judged.source_release_key
from judged
left join {{ ref('ref_explanation') }} as explanation
    on judged.verdict = 'mismatch'
        and explanation.explanation_code = judged.explanation_code
