{%- set flags = [
    'mid_term_target_set', 'sbt_claimed', 'three_years_of_emissions', 'scope3_target_set',
    'energy_by_type_disclosed', 'large_user_duty_met', 're100', 'renewable_target_set',
    'saving_target_set', 'strategy_explained', 'low_carbon_products',
] %}
{%- set numbers = [
    'pledge_year', 'mid_term_target_year', 'mid_term_target', 'mid_term_base_year',
    'base_year_emissions', 'scope1', 'scope2', 'scope3', 'renewable_share',
    'renewable_target_year', 'renewable_target', 'saving_target_year', 'saving_target',
    'annual_saving_target', 'low_carbon_revenue',
] %}
{%- set texts = ['net_zero_pledge', 'scope3_actions', 'strategy_explained', 'strategy'] %}
{%- set states = [
    'net_zero_pledge', 'mid_term_target_set', 'scope1', 'scope2', 'large_user_duty_met',
    'renewable_target_set', 'saving_target_set', 'annual_saving_target', 'strategy_explained',
    'three_years_of_emissions', 'energy_by_type_disclosed', 'renewable_source',
    'low_carbon_products',
] %}
{%- set flagged = [
    'mid_term_target_year', 'renewable_target_year', 'pledge_year', 'strategy_explained',
] %}

select
    company.tax_id,
    company.report_year,
    coalesce(bool_or(field.has_report), false) as has_report,
    {%- for code in flags %}
        bool_or(field.value_flag) filter (where field.field_code = '{{ code }}') as {{ code }},
    {%- endfor %}
    {%- for code in numbers %}
        max(field.value_number) filter (where field.field_code = '{{ code }}') as {{ code }},
    {%- endfor %}
    {%- for code in texts %}
        max(field.value_text) filter (
            where field.field_code = '{{ code }}' and field.value_state = 'value'
        ) as {{ code }}_text,
    {%- endfor %}
    {%- for code in states %}
        coalesce(
            max(field.value_state) filter (where field.field_code = '{{ code }}'), 'silent'
        ) as {{ code }}_state,
    {%- endfor %}
    {%- for code in flagged %}
        coalesce(any_value(field.flags) filter (where field.field_code = '{{ code }}'), [])
            as {{ code }}_flags,
    {%- endfor %}
    min(list_min(field.years)) filter (where field.field_code = 'mid_term_base_year')
        as base_year_first,
    max(field.unit_code) filter (where field.field_code = 'low_carbon_revenue')
        as low_carbon_revenue_unit_code,
    max(field.note) filter (where field.field_code = 'low_carbon_revenue') as low_carbon_note,
    max(field.note) filter (where field.field_code = 'saving_target') as saving_target_note,
    -- numbers by category of the GHG Protocol, and of ISO 14064-1
    cast(
        count(field.value_number) filter (
            where field.field_code like 'scope3_category_%'
        ) as integer
    ) as scope3_category_count,
    cast(
        count(field.value_number) filter (where field.field_code like 'iso_category_%') as integer
    ) as iso_category_count,
    sum(field.value_number) filter (where field.field_code like 'scope3_category_%')
        as scope3_category_sum,
    sum(field.value_number) filter (where field.field_code like 'iso_category_%')
        as iso_category_sum,
    bool_or(yes.value_state = 'yes') filter (where field.field_code = 'scope3_actions')
        as scope3_actions_is_yes,
    company.source_release_key as list_release_key
from {{ ref('int_disclosures__company') }} as company
left join {{ ref('int_disclosures__field') }} as field
    on field.tax_id = company.tax_id and field.report_year = company.report_year
left join {{ ref('ref_value_state') }} as yes on yes.value_text = trim(field.value_text)
group by company.tax_id, company.report_year, company.source_release_key
