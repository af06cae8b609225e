-- what targets, paths, fees and energy efficiency rest on
{%- set target_fields = {
    'mid_term_target_set': none, 'mid_term_target': 'stated_pct',
    'mid_term_base_year': 'base_year', 'mid_term_target_year': 'target_year',
    'base_year_emissions': 'reported_base_year_tco2e', 'sbti_status': 'sbti_status',
} %}

with target as (
    select
        *,
        concat_ws('/', tax_id, report_year) as row_key
    from {{ ref('int_climate_score__rebase_target') }}
),

links as (
    {%- for code, column in target_fields.items() %}
        select
            'ind_company_target_2030' as mart,
            target.row_key,
            {{ "'" ~ column ~ "'" if column else 'cast(null as varchar)' }} as column_name,
            'fct_company_disclosure' as parent_mart,
            concat_ws('/', field.tax_id, field.report_year, field.field_no) as parent_row_key
        from target
        inner join {{ ref('int_disclosures__field') }} as field
            on field.tax_id = target.tax_id and field.report_year = target.report_year
                and field.field_code = '{{ code }}' and field.value_state <> 'silent'
        union all by name
    {%- endfor %}
    select
        'ind_company_target_2030' as mart,
        target.row_key,
        evidence.column_name,
        evidence.parent_mart,
        evidence.parent_row_key
    from target
    inner join {{ ref('int_climate_score__trace_evidence') }} as evidence
        on evidence.tax_id = target.tax_id
            and evidence.report_year = target.report_year
            and evidence.indicator_no = 2
    union all by name
    select
        'ind_company_target_2030' as mart,
        target.row_key,
        unnest(['e_2019_tco2e', 'boundary']) as column_name,
        'rule_threshold' as parameter_table,
        unnest(['climate:2:comparison_year', 'climate:2:first_registry_year']) as parameter_key,
        target.report_year as parameter_year
    from target
    union all by name
    select
        'ind_company_energy_efficiency' as mart,
        concat_ws('/', tax_id, report_year) as row_key,
        column_name,
        parent_mart,
        parent_row_key
    from {{ ref('int_climate_score__trace_evidence') }}
    where indicator_no = 3
    union all by name
    select
        'company_carbon_fee' as mart,
        concat_ws('/', tax_id, year, scenario_code) as row_key,
        'fct_company_emissions' as parent_mart,
        concat_ws('/', tax_id, year) as parent_row_key
    from {{ ref('int_climate_score__charge_plant') }}
    group by all
    union all by name
    select
        'company_carbon_fee' as mart,
        concat_ws('/', tax_id, year, scenario_code) as row_key,
        'fee_twd' as column_name,
        'rule_carbon_fee' as parameter_table,
        scenario_code as parameter_key
    from {{ ref('int_climate_score__charge_plant') }}
    group by all
    union all by name
    select
        'company_carbon_fee' as mart,
        concat_ws('/', charged.tax_id, charged.year, charged.scenario_code) as row_key,
        unnest(['net_profit_twd', 'fee_share_of_net_profit_ratio']) as column_name,
        'fct_company_income' as parent_mart,
        concat_ws('/', income.stock_code, income.year) as parent_row_key
    from {{ ref('int_climate_score__charge_plant') }} as charged
    inner join {{ ref('int_disclosures__income') }} as income
        on income.tax_id = charged.tax_id
            and income.year = charged.year
            and income.net_income_twd is not null
    group by all
)

{{ as_trace('links') }}
