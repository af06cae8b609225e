-- what may be multiplied with an item: one row per item, set of factors and gas; a set is what a
-- row may name in factor_key
with combustion as (
    select
        item.item_code,
        factor.use_code,
        factor.vintage || ':' || factor.use_code || ':' || factor.fuel_code as factor_set_key,
        factor.factor_key as emission_factor_key,
        factor.gas_code,
        factor.gas_code as gwp_gas_code,
        factor.unit_code,
        factor.kg_per_unit,
        false as is_biogenic,
        true as is_default,
        factor.vintage,
        factor.valid_from_year,
        factor.valid_to_year,
        factor.source,
        factor.confidence
    from {{ ref('fac_emission_factor') }} as factor
    inner join
        {{ ref('ref_activity_item') }} as item
        on item.fuel_code = factor.fuel_code and item.method_code = 'combustion'
),

activity as (
    select
        item_code,
        use_code,
        regexp_replace(factor_key, ':[^:]*$', '') as factor_set_key,
        factor_key as emission_factor_key,
        gas_code,
        gwp_gas_code,
        unit_code,
        kg_per_unit,
        is_biogenic,
        is_default,
        vintage,
        valid_from_year,
        valid_to_year,
        source,
        confidence
    from {{ ref('fac_activity_factor') }}
),

-- actual factors of 電力排碳係數 only: projections and 電力排放係數 are other things
electricity as (
    select
        item.item_code,
        'grid' as use_code,
        factor.factor_key as factor_set_key,
        factor.factor_key as emission_factor_key,
        'co2e' as gas_code,
        'co2e' as gwp_gas_code,
        'kwh' as unit_code,
        factor.kgco2e_per_kwh as kg_per_unit,
        false as is_biogenic,
        -- the industrial and residential splits count only where a row names them
        factor.definition_code = 'utility_sales' as is_default,
        factor.definition_code as vintage,
        factor.year as valid_from_year,
        factor.year as valid_to_year,
        factor.source,
        factor.confidence
    from {{ ref('fac_electricity') }} as factor
    inner join
        {{ ref('ref_activity_item') }} as item
        on item.method_code in ('grid_electricity', 'wheeled_renewable', 'certificate')
    where factor.status = 'actual' and factor.definition_code like 'utility_sales%'
        -- the splits are of electricity itself
        and (factor.definition_code = 'utility_sales' or item.method_code = 'grid_electricity')
),

-- a kilogram set free is a kilogram of the gas, or of the components of the blend
release as (
    select
        item.item_code,
        'release' as use_code,
        'release:' || item.item_code as factor_set_key,
        coalesce(blend.factor_key, 'release:' || item.item_code) as emission_factor_key,
        coalesce(
            blend.gas_code, case item.gas_code when 'ch4_fossil' then 'ch4' else item.gas_code end
        ) as gas_code,
        coalesce(blend.gas_code, item.gas_code) as gwp_gas_code,
        'kg' as unit_code,
        {{ without_noise("coalesce(blend.mass_pct, 100) / 100", 6) }} as kg_per_unit,
        false as is_biogenic,
        true as is_default,
        'mass_balance' as vintage,
        null as valid_from_year,
        null as valid_to_year,
        coalesce(blend.source, 'mass of the gas itself') as source,
        coalesce(blend.confidence, 'confirmed') as confidence
    from {{ ref('ref_activity_item') }} as item
    left join {{ ref('fac_refrigerant_blend') }} as blend on blend.blend_code = item.item_code
    where item.method_code in ('gas', 'blend')
)

select * from combustion
union all
select * from activity
union all
select * from electricity
union all
select * from release
