-- what inventories, fees and assessments of a plant rest on: rows the plant stated, factors, rules
with line as (
    select
        *,
        concat_ws('/', source_kind_code, activity_key, gas_code) as line_key
    from {{ ref('int_inventory__line') }}
),

-- the lines of fct_inventory_line
published as (
    select * from line
    where gwp_set = '{{ declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) }}'
        and factor_choice_code = 'by_year'
),

factor_table as (
    {%- for table in [
        'fac_emission_factor', 'fac_activity_factor', 'fac_electricity', 'fac_gwp',
        'fac_gwp_supplement', 'fac_refrigerant_blend', 'fac_refrigerant_leak',
    ] %}
        select '{{ table }}' as parameter_table, factor_key as parameter_key from {{ ref(table) }}
        union all
    {%- endfor %}
    -- a refrigerant set free is its own mass
    select
        'ref_activity_item' as parameter_table,
        'release:' || item_code as parameter_key
    from {{ ref('ref_activity_item') }}
    where method_code = 'gas'
),

links as (
    select
        'fct_inventory_line' as mart,
        published.line_key as row_key,
        published.source_release_key,
        given.file_name,
        published.row_number,
        given.raw_row as raw_text
    from published
    inner join {{ ref('stg_own_plant__row') }} as given
        on given.dataset_code = 'activity_data'
            and given.source_release_key = published.source_release_key
            and given.row_number = published.row_number
    union all by name
    -- a factor that the row states itself is in the row
    select
        'fct_inventory_line' as mart,
        used.line_key as row_key,
        used.column_name,
        factor.parameter_table,
        factor.parameter_key
    from (
        select
            line_key,
            unnest(['factor_value', 'factor_value', 'gwp_ratio']) as column_name,
            unnest([emission_factor_key, leak_factor_key, gwp_key]) as parameter_key
        from published
    ) as used
    inner join factor_table as factor on factor.parameter_key = used.parameter_key
    union all by name
    select
        'inventory_summary' as mart,
        concat_ws('/', source_kind_code, organisation_id, facility_id, year, category_code)
            as row_key,
        'fct_inventory_line' as parent_mart,
        line_key as parent_row_key
    from published
    union all by name
    select
        'inventory_hotspot' as mart,
        concat_ws(
            '/', source_kind_code, organisation_id, facility_id, year, scope_code, category_code,
            activity_item_code, source_text
        ) as row_key,
        'fct_inventory_line' as parent_mart,
        line_key as parent_row_key
    from published
    qualify sum(tco2e) over (
            partition by
                source_kind_code, organisation_id, facility_id, year, scope_code, category_code,
                activity_item_code, source_text
        ) > 0
    union all by name
    -- other sets and editions multiply the same rows by other factors
    select distinct
        'inventory_sensitivity' as mart,
        concat_ws(
            '/', source_kind_code, organisation_id, year, scope_code, gwp_set, factor_choice_code
        ) as row_key,
        'fct_inventory_line' as parent_mart,
        line_key as parent_row_key
    from line
    union all by name
    select
        'inventory_carbon_fee' as mart,
        concat_ws(
            '/', published.source_kind_code, published.organisation_id, published.facility_id,
            published.year, fee.scenario_code
        ) as row_key,
        'fct_inventory_line' as parent_mart,
        published.line_key as parent_row_key
    from published
    cross join (select distinct scenario_code from {{ ref('rule_carbon_fee') }}) as fee
    where published.scope_code in ('scope1', 'scope2')
    union all by name
    select distinct
        'inventory_carbon_fee' as mart,
        concat_ws(
            '/', published.source_kind_code, published.organisation_id, published.facility_id,
            published.year, fee.scenario_code
        ) as row_key,
        'fee_twd' as column_name,
        'rule_carbon_fee' as parameter_table,
        fee.scenario_code as parameter_key
    from published
    cross join {{ ref('rule_carbon_fee') }} as fee
)

{{ as_trace('links') }}
