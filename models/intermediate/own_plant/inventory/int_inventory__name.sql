-- every name under which a scope, category, item, equipment class or quality class may be written, and the code it leads to
with listed as (
    select 'item' as list_code, item_code as code, [item_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';') as names
    from {{ ref('ref_activity_item') }}
    union all
    select
        'category:' || scope_code, category_code,
        [category_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';')
        || case
            when scope_code = 'scope3' then ['category' || category_code, 'cat' || category_code, '類別' || category_code, '第' || category_code || '類']
            else []
        end
    from {{ ref('ref_inventory_category') }}
    union all
    select 'equipment', equipment_code, [equipment_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';')
    from {{ ref('fac_refrigerant_leak') }}
    union all
    select 'scope', 'scope' || n, ['scope' || n, n, '範疇' || n, '範疇' || ['一', '二', '三'][n::integer]]
    from (select unnest(['1', '2', '3']) as n) as numbers
    union all
    select 'evidence', 'continuous_metering', ['continuous_metering', '自動連續量測', '連續量測', '1']
    union all
    select 'evidence', 'periodic_metering', ['periodic_metering', '定期量測', '2']
    union all
    select 'evidence', 'estimate', ['estimate', '自行推估', '推估', '3']
    union all
    select 'assurance', 'external', ['external', '外部校正', '1']
    union all
    select 'assurance', 'internal', ['internal', '內部校正', '2']
    union all
    select 'assurance', 'none', ['none', '未校正', '3']
),

named as (
    select list_code, code, unnest(names) as name_text
    from listed
)

select distinct list_code, {{ text_key('name_text') }} as name_key, code
from named
where name_text <> ''
