-- what end uses, savings and their benefit and investment rest on
{%- set used_key = "concat_ws('/', industry_code, year, fuel_code)" %}

with links as (
    select
        'fct_industry_power_flow' as mart,
        concat_ws('/', industry_code, year, end_use_code) as row_key,
        unnest(['share_pct', 'electricity_kwh', 'electricity_kwh']) as column_name,
        unnest([cell_ref, cell_ref, electricity_cell_ref]) as cell_ref
    from {{ ref('int_energy_audit__split_electricity') }}
    union all by name
    select
        'fct_industry_saving' as mart,
        {{ used_key }} as row_key,
        unnest(['saved_quantity', 'saving_rate_pct_reported']) as column_name,
        unnest([cell_ref, rate_cell_ref]) as cell_ref
    from {{ ref('int_energy_audit__join_saving') }}
    union all by name
    select
        'fct_industry_saving' as mart,
        {{ used_key }} as row_key,
        'saved_gj' as column_name,
        'fac_heating_value' as parameter_table,
        heating_value_key as parameter_key
    from {{ ref('int_energy_audit__join_saving') }}
    union all by name
    select
        'fct_industry_saving' as mart,
        {{ used_key }} as row_key,
        'used_quantity' as column_name,
        'fct_industry_energy_use' as parent_mart,
        {{ used_key }} as parent_row_key
    from {{ ref('int_energy_audit__join_saving') }}
    union all by name
    select
        'fct_industry_saving_investment' as mart,
        concat_ws('/', industry_code, year) as row_key,
        unnest(['annual_benefit_twd', 'investment_twd']) as column_name,
        unnest([benefit_cell_ref, investment_cell_ref]) as cell_ref
    from {{ ref('int_energy_audit__value_saving') }}
)

{{ as_trace('links', cells=ref('stg_energy_audit__cell'), page='cells.page') }}
