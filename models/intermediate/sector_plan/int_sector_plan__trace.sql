-- what targets, demand and paths of the sector plan and of the nation rest on
{%- set path_key -%}
    concat_ws('/', path.sector_code, path.year, path.definition_code, path.kloe_code)
{%- endset %}

with path as (
    select * from {{ ref('int_sector_plan__pathway') }}
),

links as (
    select
        'fct_sector_energy_demand' as mart,
        concat_ws('/', sector_code, carrier_code, year) as row_key,
        cell_ref
    from {{ ref('int_sector_plan__energy_demand') }}
    union all by name
    select
        'fct_sector_energy_demand' as mart,
        concat_ws('/', demand.sector_code, demand.carrier_code, demand.year) as row_key,
        case heat.vintage when 'energy_administration_2025' then 'indicator_kloe_gj'
            else 'yearbook_kloe_gj'
        end as column_name,
        'fac_heating_value' as parameter_table,
        heat.factor_key as parameter_key
    from {{ ref('int_sector_plan__energy_demand') }} as demand
    inner join {{ ref('int_factors__heating_value') }} as heat
        on heat.unit_code = demand.unit_code
            and heat.vintage in ('si', 'energy_audit_2022', 'energy_administration_2025')
            and heat.fuel_code in ('electricity', 'oil_equivalent')
    union all by name
    select
        'fct_sector_target' as mart,
        concat_ws('/', sector_code, period_kind) as row_key,
        cell_ref
    from {{ ref('int_sector_plan__target') }}
    union all by name
    select
        'fct_strategy_reduction' as mart,
        concat_ws('/', strategy_code, year) as row_key,
        cell_ref
    from {{ ref('int_sector_plan__reduction') }}
    union all by name
    select
        'sector_pathway' as mart,
        {{ path_key }} as row_key,
        unnest(['electricity_tco2e', 'fuel_tco2e']) as column_name,
        'fct_sector_energy_demand' as parent_mart,
        concat_ws('/', demand.sector_code, demand.carrier_code, demand.year) as parent_row_key
    from path
    inner join {{ ref('int_sector_plan__energy_demand') }} as demand
        on demand.year = path.year
            and path.sector_code in (demand.sector_code, 'residential_commercial')
    union all by name
    select
        'sector_pathway' as mart,
        {{ path_key }} as row_key,
        'target_path_tco2e' as column_name,
        'fct_sector_target' as parent_mart,
        concat_ws('/', target.sector_code, target.period_kind) as parent_row_key
    from path
    inner join {{ ref('int_sector_plan__target') }} as target
        on target.sector_code = path.sector_code
    union all by name
    select
        'sector_pathway' as mart,
        {{ path_key }} as row_key,
        'reduction_tco2e' as column_name,
        'fct_strategy_reduction' as parent_mart,
        concat_ws('/', cut.strategy_code, cut.year) as parent_row_key
    from path
    inner join {{ ref('int_sector_plan__reduction') }} as cut
        on cut.year = path.year and path.sector_code in (cut.sector_code, 'residential_commercial')
    union all by name
    select
        'sector_pathway' as mart,
        {{ path_key }} as row_key,
        'electricity_factor_kgco2e_per_kwh' as column_name,
        'fac_electricity' as parameter_table,
        unnest(string_split(electricity_factor_key, ' ')) as parameter_key
    from path
    union all by name
    select
        'sector_pathway' as mart,
        {{ path_key }} as row_key,
        'fuel_tco2e' as column_name,
        'fac_sector_fuel' as parameter_table,
        unnest(string_split(fuel_factor_key, ' ')) as parameter_key
    from path
)

{{ as_trace('links', cells=ref('stg_sector_plan__cell')) }}
