-- what the words and the years around a target make of it; values are kept as they are
select
    'report_fields' as dataset,
    'RD01' as rule_code,
    scope.tax_id as entity_key,
    scope.report_year as period,
    scope.subject_code as column_name,
    format('{:g}', scope.stated_pct) || ' %' as raw_value,
    cast(null as varchar) as suggested_value,
    'warning' as severity,
    'holds for ' || replace(scope.restriction_code, '_', ' ') || ': "' || scope.sentence_text
    || '"' as explanation,
    field.source_release_key
from {{ ref('int_climate_score__read_scope') }} as scope
inner join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = scope.tax_id
        and field.report_year = scope.report_year
        and field.field_code = scope.field_code
qualify row_number() over (
        partition by scope.tax_id, scope.report_year, scope.subject_code order by scope.stated_pct
    ) = 1
union all by name
select
    'report_fields' as dataset,
    'RD02' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    'mid_term_target' as column_name,
    field.value_text as raw_value,
    format('{:g}', target.stated_pct) || ' % by ' || target.target_year as suggested_value,
    'warning' as severity,
    'of several stated targets this one is nearest to the year of comparison ('
    || target.target_source_code || '); beside it ' || target.other_targets as explanation,
    field.source_release_key
from {{ ref('int_climate_score__rebase_target') }} as target
inner join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = target.tax_id
        and field.report_year = target.report_year
        and field.field_code = 'mid_term_target'
where list_contains(target.flags, 'other_target_used')
union all by name
select
    'report_fields' as dataset,
    'RD06' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    'saving_target' as column_name,
    field.value_text as raw_value,
    saving.annualised_pct || ' % a year' as suggested_value,
    'warning' as severity,
    'a target of energy productivity: a rise of p is a saving of p / (1 + p)' as explanation,
    field.source_release_key
from {{ ref('int_climate_score__annual_saving') }} as saving
inner join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = saving.tax_id
        and field.report_year = saving.report_year
        and field.field_code = 'saving_target'
where list_contains(saving.flags, 'productivity_target')
union all by name
select
    'report_fields' as dataset,
    'RD12' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    'mid_term_base_year' as column_name,
    field.value_text as raw_value,
    'event' as severity,
    'plants of ' || target.base_year || ' emitted ' || cast(round(target.e_base_tco2e) as bigint)
    || ' t, those of the year it is re-based to '
    || cast(round(target.e_2019_tco2e) as bigint)
    || ' t: the target is not re-based'
        as explanation,
    field.source_release_key
from {{ ref('int_climate_score__rebase_target') }} as target
inner join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = target.tax_id
        and field.report_year = target.report_year
        and field.field_code = 'mid_term_base_year'
where target.is_boundary_changed
union all by name
select
    'report_fields' as dataset,
    'RD13' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    'low_carbon_revenue' as column_name,
    field.value_text as raw_value,
    'warning' as severity,
    judged.basis as explanation,
    field.source_release_key
from {{ ref('int_climate_score__assess_products') }} as judged
inner join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = judged.tax_id
        and field.report_year = judged.report_year
        and field.field_code = 'low_carbon_revenue'
where judged.wide_status = 'met' and judged.status <> 'met'
union all by name
select
    'report_fields' as dataset,
    'DQ30' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    'scope3_actions' as column_name,
    field.value_text as raw_value,
    'warning' as severity,
    'a denial stands where actions should' as explanation,
    field.source_release_key
from {{ ref('int_disclosures__field') }} as field
inner join {{ ref('rule_report_wording') }} as wording
    on wording.wording_code = 'scope3_denied' and regexp_matches(field.value_text, wording.pattern)
where field.field_code = 'scope3_actions' and field.value_state = 'value'
