-- what inventories, fees and assessments of a plant rest on: rows the plant stated, factors, rules
{{ config(materialized='view') }}

{%- set line_key = "concat_ws('/', input_code, activity_key, gas_code)" %}

with line as (
    select
        *,
        {{ line_key }} as line_key
    from {{ ref('int_inventory__line') }}
),

-- the lines of fct_inventory_line
published as (
    select * from line
    where gwp_set = '{{ declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) }}'
        and factor_choice_code = 'by_year'
),

factor_table as (
    select parameter_table, parameter_key
    from {{ ref('int_releases__parameter') }}
    where starts_with(parameter_table, 'fac_') or parameter_table = 'ref_activity_item'
),

links as (
    select
        'fct_inventory_line'        as mart,
        published.line_key          as row_key,
        published.source_release_key,
        {{ seed_file('example_activity_data') }} as file_name,
        published.row_number,
        given.raw_row               as raw_text
    from published
    inner join {{ ref('stg_own_plant__activity_data') }} as given
        on given.source_release_key = published.source_release_key
        and given.row_number = published.row_number
    union all by name
    -- a factor that the row states itself is in the row
    select
        'fct_inventory_line'        as mart,
        published.line_key          as row_key,
        unnest(['factor_value', 'factor_value', 'gwp_ratio']) as column_name,
        unnest([
            published.emission_factor_key, published.leak_factor_key, published.gwp_key
        ])                          as parameter_key
    from published
    union all by name
    select
        'inventory_summary'         as mart,
        concat_ws('/', input_code, organisation_id, facility_id, year, category_code) as row_key,
        'fct_inventory_line'        as parent_mart,
        line_key                    as parent_row_key
    from published
    union all by name
    select
        'inventory_hotspot'         as mart,
        concat_ws(
            '/', input_code, organisation_id, facility_id, year, scope_code, category_code,
            activity_item_code, source_text
        )                           as row_key,
        'fct_inventory_line'        as parent_mart,
        line_key                    as parent_row_key
    from published
    qualify sum(tco2e) over (
        partition by
            input_code, organisation_id, facility_id, year, scope_code, category_code,
            activity_item_code, source_text
    ) > 0
    union all by name
    -- other sets and editions multiply the same rows by other factors
    select distinct
        'inventory_sensitivity'     as mart,
        concat_ws(
            '/', input_code, organisation_id, year, scope_code, gwp_set, factor_choice_code
        )                           as row_key,
        'fct_inventory_line'        as parent_mart,
        line_key                    as parent_row_key
    from line
    union all by name
    select
        'inventory_carbon_fee'      as mart,
        concat_ws(
            '/', published.input_code, published.organisation_id, published.facility_id,
            published.year, fee.scenario_code
        )                           as row_key,
        'fct_inventory_line'        as parent_mart,
        published.line_key          as parent_row_key
    from published
    cross join (select distinct scenario_code from {{ ref('rule_carbon_fee') }}) as fee
    where published.scope_code in ('scope1', 'scope2')
    union all by name
    select distinct
        'inventory_carbon_fee'      as mart,
        concat_ws(
            '/', published.input_code, published.organisation_id, published.facility_id,
            published.year, fee.scenario_code
        )                           as row_key,
        'fee_twd'                   as column_name,
        'rule_carbon_fee'           as parameter_table,
        fee.scenario_code           as parameter_key
    from published
    cross join {{ ref('rule_carbon_fee') }} as fee
    union all by name
    select * from {{ ref('int_own_plant__trace_assessment') }}
)

select
    traced.* replace (
        coalesce(traced.parameter_table, factor_table.parameter_table) as parameter_table
    )
from ({{ as_trace('links') }}) as traced
left join factor_table
    on traced.parameter_table is null and factor_table.parameter_key = traced.parameter_key
where traced.parent_row_key is not null or traced.row_number is not null
    or coalesce(traced.parameter_table, factor_table.parameter_table) is not null
