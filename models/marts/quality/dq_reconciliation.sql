-- one row per printed figure and check: what the book prints, what it derives from, and the verdict
{%- set yearbook_checks = ['sum', 'share', 'weighted_mean', 'same_value', 'saving_rate', 'heat', 'national', 'statement'] %}
{%- set emission_checks = ['gases', 'registry', 'inventory', 'coal'] %}
{%- set plan_checks = ['tables', 'targets'] %}

with checks as (
    {%- for check in yearbook_checks %}
        select
            'energy_audit_2022' as dataset,
            'energy_audit_2022' as source_release_key,
            {{ check_columns() }}
        from {{ ref('int_energy_audit__reconcile_' ~ check) }}
        union all
    {%- endfor %}
    {%- for check in emission_checks %}
        select dataset, source_release_key, {{ check_columns() }}
        from {{ ref('int_emissions__reconcile_' ~ check) }}
        union all
    {%- endfor %}
    {%- for check in plan_checks %}
        select dataset, source_release_key, {{ check_columns() }}
        from {{ ref('int_sector_plan__reconcile_' ~ check) }}
        union all
    {%- endfor %}
    select dataset, source_release_key, {{ check_columns() }}
    from {{ ref('int_national__reconcile_sectors') }}
),

judged as (
    select
        * exclude (recomputed_value),
        {{ without_noise('recomputed_value', 9) }} as recomputed_value,
        {{ without_noise('recomputed_value - reported_value', 9) }} as difference,
        {{ without_noise('half_unit + input_tolerance', 9) }} as tolerance,
        -- the last term: binary fractions of printed decimals
        case
            when
                abs(recomputed_value - reported_value)
                <= half_unit + 1e-9 + 1e-14 * abs(reported_value)
                then 'match'
            when
                abs(recomputed_value - reported_value)
                <= half_unit + input_tolerance + 1e-9 + 1e-14 * abs(reported_value)
                then 'rounding'
            else 'mismatch'
        end as verdict,
        coalesce(
            abs(alternative_value - reported_value)
            <= alternative_tolerance + 1e-9 + 1e-14 * abs(reported_value),
            false
        ) as is_reproduced
    from checks
)

select
    judged.check_code || '|' || judged.cell_ref as check_key,
    judged.dataset,
    judged.check_code,
    judged.table_ref,
    judged.cell_ref,
    judged.unit_code,
    judged.reported_value,
    judged.recomputed_value,
    judged.difference,
    judged.tolerance,
    judged.verdict,
    judged.formula,
    case
        when judged.verdict = 'mismatch' then {{ without_noise('judged.alternative_value', 9) }}
    end
        as alternative_value,
    case when judged.verdict = 'mismatch' then explanation.explanation_code end as explanation_code,
    case
        when judged.verdict <> 'mismatch' then null
        when explanation.explanation_code is null then 'none'
        when judged.is_reproduced then 'reproduced'
        else 'likely'
    end as explanation_basis,
    case when judged.verdict = 'mismatch' then explanation.text_en end as explanation,
    case when judged.verdict = 'mismatch' then explanation.text_zh end as explanation_zh,
    judged.source_release_key
from judged
left join
    {{ ref('ref_explanation') }} as explanation
    on explanation.explanation_code = judged.explanation_code
