select
    assessed.company_key,
    company.source_kind_code,
    company.tax_id,
    company.company_name,
    company.route_code,
    assessed.target_id,
    assessed.criterion_code,
    assessed.reading,
    assessed.role_code,
    assessed.result,
    assessed.actual_value,
    assessed.required_value,
    assessed.maximum_value,
    assessed.unit_code,
    assessed.criteria_version,
    assessed.result_today,
    {{ flags_text('assessed.missing_inputs') }} as missing_inputs,
    assessed.explanation,
    {{ flags_text('assessed.flags') }} as flags,
    target.kind_code,
    target.scope_code,
    target.method_code,
    target.base_year,
    target.target_year,
    cast(target.reduction_pct as double) as reduction_pct,
    target.target_text,
    company.source_release_key
from {{ ref('int_sbti__assess_target') }} as assessed
inner join {{ ref('int_sbti__company') }} as company
    on company.company_key = assessed.company_key
left join {{ ref('int_sbti__target') }} as target
    on target.company_key = assessed.company_key and target.target_id = assessed.target_id
