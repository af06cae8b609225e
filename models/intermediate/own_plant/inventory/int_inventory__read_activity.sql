-- activity data with what its item, category and unit lead to; what leads nowhere stays null
with stated as (
    select
        {{ row_columns() }},
        {{ cell_text('organisation_id') }} as organisation_id,
        {{ cell_text('facility_id') }} as facility_id,
        -- a year that cannot be is none: nothing is reckoned with it
        try_cast(
            max(number_value) filter (where column_code = 'year' and is_good) as integer
        ) as year,
        {{ cell_code('scope') }} as scope_code,
        {{ cell_code('category') }} as category_code,
        {{ cell_text('source') }} as source_text,
        {{ cell_text('activity_item') }} as activity_item_text,
        {{ cell_code('activity_item') }} as activity_item_code,
        {{ cell_text('quantity') }} as stated_quantity_text,
        {{ cell_number('quantity') }} as stated_quantity,
        {{ cell_text('unit') }} as stated_unit_text,
        {{ cell_text('period_start') }} as period_start_text,
        {{ cell_text('period_end') }} as period_end_text,
        {{ cell_day('period_start') }} as period_start,
        {{ cell_day('period_end') }} as period_end,
        {{ cell_text('equipment') }} as equipment_text,
        {{ cell_code('equipment') }} as equipment_code,
        {{ cell_text('factor_key') }} as factor_key,
        {{ cell_text('own_factor_kgco2e') }} as own_factor_text,
        {{ cell_number('own_factor_kgco2e') }} as own_factor,
        {{ cell_text('own_factor_source') }} as own_factor_source,
        {{ cell_code('evidence') }} as evidence_code,
        {{ cell_code('assurance') }} as assurance_code,
        {{ cell_text('note') }} as note
    from {{ ref('int_own__cell') }}
    where dataset_code = 'activity_data'
    group by all
),

density as (
    select
        fuel_code,
        arg_max(kl_per_t, vintage) as kl_per_t
    from {{ ref('fac_density') }}
    group by fuel_code
)

select
    stated.*,
    item.method_code,
    allowed.use_code,
    coalesce(method.takes_any_unit, false) as takes_any_unit,
    item.unit_code as item_unit_code,
    item.is_refrigerant,
    item.warning_code,
    case when unit.multiplier = 1 then unit.unit_code end as stated_unit_code,
    -- from the stated unit to that of the factors; null where there is no way
    {{ without_noise("case
        when unit.base_unit_code = item_unit.base_unit_code
            then unit.to_base_factor / item_unit.to_base_factor
        -- 度 on a gas meter is a cubic metre
        when item_unit.base_unit_code = 'm3' and unit.base_unit_code = 'kwh'
            and stated.stated_unit_text like '%度'
            then unit.to_base_factor / item_unit.to_base_factor
        -- a certificate is issued for 1,000 kWh
        when item.method_code = 'certificate'
            and " ~ text_key('stated.stated_unit_text') ~ " in ('張', 'certificate', 'certificates')
            then 1000 / item_unit.to_base_factor
        when item_unit.base_unit_code = 'kl' and unit.base_unit_code = 't'
            then unit.to_base_factor * density.kl_per_t / item_unit.to_base_factor
        when item_unit.base_unit_code = 't' and unit.base_unit_code = 'kl'
            then unit.to_base_factor / density.kl_per_t / item_unit.to_base_factor
    end", 12) }} as conversion_ratio
from stated
left join {{ ref('ref_activity_item') }} as item on item.item_code = stated.activity_item_code
left join {{ ref('ref_inventory_method') }} as method on method.method_code = item.method_code
left join {{ ref('ref_inventory_method_category') }} as allowed
    on allowed.method_code = item.method_code and allowed.category_code = stated.category_code
left join {{ ref('ref_unit') }} as item_unit on item_unit.unit_code = item.unit_code
left join {{ ref('int_inventory__unit_name') }} as unit
    on unit.unit_key = {{ text_key('stated.stated_unit_text') }}
left join density on density.fuel_code = item.fuel_code
