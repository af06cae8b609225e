-- what each figure of the energy audit rests on: printed cells, factors, rules, rows of other marts
{%- set used_key = "concat_ws('/', industry_code, year, fuel_code)" %}
{%- set year_key = "concat_ws('/', industry_code, year)" %}

with links as (
    select
        'fct_industry_energy_use' as mart,
        {{ used_key }} as row_key,
        cell_ref
    from {{ ref('int_energy_audit__estimate_emissions') }}
    union all by name
    select
        'fct_industry_energy_use' as mart,
        {{ used_key }} as row_key,
        unnest(
            case
                when fuel_code = 'electricity' then ['energy_gj']
                else ['energy_gj', 'heat_basis_tco2e', 'tco2e']
            end
        ) as column_name,
        'fac_heating_value' as parameter_table,
        heating_value_key as parameter_key
    from {{ ref('int_energy_audit__estimate_emissions') }}
    union all by name
    -- which of the two bases is ours
    select
        'fct_industry_energy_use' as mart,
        {{ used_key }} as row_key,
        'tco2e' as column_name,
        'rule_threshold' as parameter_table,
        rule_key as parameter_key,
        year as parameter_year
    from {{ ref('int_energy_audit__estimate_emissions') }}
    where fuel_code <> 'electricity'
    union all by name
    select
        'fct_industry_energy_use' as mart,
        {{ used_key }} as row_key,
        unnest(['tco2e', 'heat_basis_tco2e', 'quantity_basis_tco2e']) as column_name,
        'fac_electricity' as parameter_table,
        emission_factor_key as parameter_key
    from {{ ref('int_energy_audit__estimate_emissions') }}
    where fuel_code = 'electricity'
    union all by name
    select
        'fct_industry_energy_use' as mart,
        concat_ws('/', used.industry_code, used.year, used.fuel_code) as row_key,
        unnest(['tco2e', 'heat_basis_tco2e', 'quantity_basis_tco2e']) as column_name,
        factor.parameter_table,
        factor.parameter_key
    from {{ ref('int_energy_audit__estimate_emissions') }} as used
    inner join {{ ref('int_factors__trace_combustion') }} as factor
        on factor.emission_factor_key = used.emission_factor_key
    union all by name
    -- a factor per litre serves a quantity in tonnes through the density of the fuel
    select distinct
        'fct_industry_energy_use' as mart,
        concat_ws('/', used.industry_code, used.year, used.fuel_code) as row_key,
        'quantity_basis_tco2e' as column_name,
        'fac_density' as parameter_table,
        density.factor_key as parameter_key
    from {{ ref('int_energy_audit__estimate_emissions') }} as used
    inner join {{ ref('fac_density') }} as density
        on density.fuel_code = used.fuel_code and used.unit_code = 't'
    union all by name
    select
        'fct_industry_energy_total' as mart,
        {{ year_key }} as row_key,
        unnest(['reported_total_10k_kloe', 'reported_total_gj', 'user_count']) as column_name,
        unnest([cell_ref, cell_ref, user_count_cell_ref]) as cell_ref
    from {{ ref('int_energy_audit__rebuild_total') }}
    union all by name
    select
        'fct_industry_energy_total' as mart,
        {{ year_key }} as row_key,
        'reported_total_gj' as column_name,
        'fac_heating_value' as parameter_table,
        heating_value_key as parameter_key
    from {{ ref('int_energy_audit__rebuild_total') }}
    union all by name
    select
        'fct_industry_energy_total' as mart,
        {{ year_key }} as row_key,
        'is_rebuildable' as column_name,
        'rule_threshold' as parameter_table,
        rule_key as parameter_key,
        year as parameter_year
    from {{ ref('int_energy_audit__rebuild_total') }}
    union all by name
    select
        'fct_industry_energy_total' as mart,
        {{ year_key }} as row_key,
        'rebuilt_total_gj' as column_name,
        'fct_industry_energy_use' as parent_mart,
        {{ used_key }} as parent_row_key
    from {{ ref('int_energy_audit__estimate_emissions') }}
)

{{ as_trace('links', cells=ref('stg_energy_audit__cell'), page='cells.page') }}
