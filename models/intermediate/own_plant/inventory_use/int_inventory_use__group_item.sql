-- family of an inventory item, by which measures are chosen: coal, petroleum, gas, ...,
-- refrigerant, sf6, process_gas, or other
select
    item.item_code as activity_item_code,
    case
        when item.is_refrigerant then 'refrigerant'
        when item.gas_code = 'sf6' then 'sf6'
        when item.gas_code is not null and item.method_code = 'gas' then 'process_gas'
        else coalesce(fuel.fuel_family, 'other')
    end as family_code
from {{ ref('ref_activity_item') }} as item
left join {{ ref('ref_fuel') }} as fuel on fuel.fuel_code = item.fuel_code
