-- what would have been valid, as a reader of a refused row needs it: one text per list and code
with units as (
    select
        item.item_code,
        string_agg(unit.unit_code, ', ' order by unit.unit_code)
        || case when item_unit.base_unit_code = 'm3' then ', 度 (= m3)' else '' end as answer
    from {{ ref('ref_activity_item') }} as item
    inner join {{ ref('ref_unit') }} as item_unit on item_unit.unit_code = item.unit_code
    left join
        (select distinct fuel_code from {{ ref('fac_density') }}) as density
        on density.fuel_code = item.fuel_code
    inner join {{ ref('ref_unit') }} as unit
        on unit.base_unit_code = item_unit.base_unit_code
            or (density.fuel_code is not null and unit.base_unit_code in ('t', 'kl'))
    group by item.item_code, item.method_code, item_unit.base_unit_code
),

places as (
    select
        method_code,
        scope_code,
        min(sort_order) as sort_order,
        scope_code || ' (' || string_agg(category_code, ', ' order by sort_order) || ')' as answer
    from (
        select
            allowed.method_code,
            allowed.scope_code,
            allowed.category_code,
            category.sort_order
        from {{ ref('ref_inventory_method_category') }} as allowed
        inner join
            {{ ref('ref_inventory_category') }} as category
            on category.category_code = allowed.category_code
    ) as listed
    group by method_code, scope_code
),

burners as (
    select
        use_code,
        string_agg(distinct item_code, ', ' order by item_code) as answer
    from {{ ref('int_inventory__factor') }}
    where use_code in ('stationary', 'mobile')
    group by use_code
),

keys as (
    select
        item_code,
        use_code,
        string_agg(distinct factor_set_key, ', ' order by factor_set_key) as answer
    from {{ ref('int_inventory__factor') }}
    group by item_code, use_code
)

select
    'unit' as list_code,
    item_code as code,
    answer
from units
union all
select
    'place',
    method_code,
    string_agg(answer, ', ' order by sort_order)
from places
group by method_code
union all
select
    'category',
    scope_code,
    string_agg(category_code || ' ' || name_zh, ', ' order by sort_order)
from {{ ref('ref_inventory_category') }}
group by scope_code
union all
select
    'equipment',
    'all',
    string_agg(equipment_code || ' ' || name_zh, ', ' order by equipment_code)
from {{ ref('fac_refrigerant_leak') }}
union all
select
    'use',
    use_code,
    answer
from burners
union all
select
    'factor_key',
    item_code || ':' || use_code,
    answer
from keys
