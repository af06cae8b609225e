-- one row per target (or company), criterion and reading
select
    judged.company_key,
    company.input_code,
    company.tax_id,
    company.company_name,
    company.route_code,
    judged.target_id,
    judged.criterion_code,
    judged.reading,
    judged.role_code,
    judged.result,
    judged.actual_value,
    judged.required_value,
    judged.maximum_value,
    judged.unit_code,
    judged.criteria_version,
    judged.result_today,
    judged.missing_inputs,
    judged.explanation,
    judged.flags,
    target.kind_code,
    target.scope_code,
    target.method_code,
    target.base_year,
    target.target_year,
    cast(target.reduction_pct as double) as reduction_pct,
    target.target_text,
    company.source_release_key
from {{ ref('int_sbti__assess_target') }} as judged
inner join {{ ref('int_sbti__company') }} as company on company.company_key = judged.company_key
left join
    {{ ref('int_sbti__target') }} as target
    on target.company_key = judged.company_key and target.target_id = judged.target_id
