-- what the national series and the indicators of the energy audit rest on
{%- set year_key = "concat_ws('/', industry_code, year)" %}

with links as (
    select
        'fct_national_energy' as mart,
        concat_ws('/', year, measure_code) as row_key,
        cell_ref
    from {{ ref('int_energy_audit__align_national') }}
    union all by name
    -- a correction, and the heating value of oil equivalent where the printed unit is that
    select
        'fct_national_energy' as mart,
        concat_ws('/', national.year, national.measure_code) as row_key,
        'value' as column_name,
        'cor_energy_audit_2022' as parameter_table,
        concat_ws('|', fix.table_ref, fix.row_label, fix.column_code) as parameter_key
    from {{ ref('int_energy_audit__align_national') }} as national
    inner join {{ ref('stg_energy_audit__cell') }} as cells on cells.cell_ref = national.cell_ref
    inner join {{ ref('cor_energy_audit_2022') }} as fix
        on fix.table_ref = cells.table_ref and fix.row_label = cells.row_label
            and fix.column_code = cells.column_code
    union all by name
    select
        'fct_national_energy' as mart,
        concat_ws('/', national.year, national.measure_code) as row_key,
        'value' as column_name,
        'fac_heating_value' as parameter_table,
        heat.factor_key as parameter_key
    from {{ ref('int_energy_audit__align_national') }} as national
    inner join {{ ref('ref_unit') }} as units
        on units.unit_code = national.printed_unit_code and units.quantity_kind = 'oil_equivalent'
    inner join {{ ref('int_factors__heating_value') }} as heat
        on heat.fuel_code = 'oil_equivalent' and heat.vintage = national.source_release_key
    union all by name
    select
        'ind_national_energy' as mart,
        cast(year as varchar) as row_key,
        'fct_national_energy' as parent_mart,
        concat_ws('/', year, measure_code) as parent_row_key
    from {{ ref('int_energy_audit__align_national') }}
    union all by name
    select
        'ind_industry_energy' as mart,
        {{ year_key }} as row_key,
        unnest([
            'scope1_tco2e', 'scope2_tco2e', 'additive_tco2e', 'scope1_2_tco2e',
            'scope1_quantity_basis_tco2e'
        ]) as column_name,
        'fct_industry_energy_use' as parent_mart,
        concat_ws('/', industry_code, year, fuel_code) as parent_row_key
    from {{ ref('int_energy_audit__estimate_emissions') }}
    union all by name
    select
        'ind_industry_energy' as mart,
        {{ year_key }} as row_key,
        'saving_rate_pct' as column_name,
        'fct_industry_saving' as parent_mart,
        concat_ws('/', industry_code, year, fuel_code) as parent_row_key
    from {{ ref('int_energy_audit__join_saving') }}
    union all by name
    select
        'ind_industry_energy' as mart,
        {{ year_key }} as row_key,
        unnest(['electricity_share_pct', 'electricity_saving_rate_pct']) as column_name,
        unnest(['fct_industry_energy_use', 'fct_industry_saving']) as parent_mart,
        concat_ws('/', industry_code, year, fuel_code) as parent_row_key
    from {{ ref('int_energy_audit__join_saving') }}
    where fuel_code = 'electricity'
    union all by name
    select
        'ind_industry_energy' as mart,
        {{ year_key }} as row_key,
        unnest([
            'saving_rate_pct', 'electricity_share_pct', 'energy_gj_per_user', 'user_count',
            'scope1_tco2e_per_user', 'scope2_tco2e_per_user', 'scope1_2_tco2e', 'emission_basis'
        ]) as column_name,
        'fct_industry_energy_total' as parent_mart,
        {{ year_key }} as parent_row_key
    from {{ ref('int_energy_audit__rebuild_total') }}
    union all by name
    select
        'ind_industry_energy' as mart,
        {{ year_key }} as row_key,
        'saving_rate_pct_reported' as column_name,
        rate_cell_ref as cell_ref
    from {{ ref('int_energy_audit__rebuild_total') }}
    union all by name
    -- the cumulated rates rest on every year since the first of the rule
    select
        'ind_industry_energy' as mart,
        concat_ws('/', total.industry_code, total.year) as row_key,
        unnest([
            'avg_annual_saving_rate_pct_since_2015',
            'avg_annual_electricity_saving_rate_pct_since_2015'
        ]) as column_name,
        'ind_industry_energy' as parent_mart,
        concat_ws('/', earlier.industry_code, earlier.year) as parent_row_key
    from {{ ref('int_energy_audit__rebuild_total') }} as total
    inner join {{ ref('rule_threshold') }} as rule
        on rule.rule_key = 'energy_audit_2022:saving_rate_base_year'
    inner join {{ ref('int_energy_audit__rebuild_total') }} as earlier
        on earlier.industry_code = total.industry_code
            and earlier.year < total.year and earlier.year >= rule.value
    union all by name
    select
        'ind_industry_energy' as mart,
        {{ year_key }} as row_key,
        unnest([
            'avg_annual_saving_rate_pct_since_2015',
            'avg_annual_electricity_saving_rate_pct_since_2015'
        ]) as column_name,
        'rule_threshold' as parameter_table,
        'energy_audit_2022:saving_rate_base_year' as parameter_key
    from {{ ref('int_energy_audit__rebuild_total') }}
)

{{ as_trace('links', cells=ref('stg_energy_audit__cell'), page='cells.page') }}
