-- the lists of own_plant's own words, and the names of items, categories, equipment and industries
with listed as (
    select
        list_code,
        code,
        [word_text] as names
    from {{ ref('ref_own_word') }}
    union all
    select
        'item',
        item_code,
        [item_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';')
    from {{ ref('ref_activity_item') }}
    union all
    -- a category is one of its scope: 4 is a category of scope 3 alone
    select
        'category:' || scope_code,
        category_code,
        [category_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';')
        || case
            when scope_code <> 'scope3' then []
            else [
                    'category' || category_code,
                    'cat' || category_code,
                    '類別' || category_code,
                    '第' || category_code || '類'
                ]
        end
    from {{ ref('ref_inventory_category') }}
    union all
    select
        'equipment',
        equipment_code,
        [equipment_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';')
    from {{ ref('fac_refrigerant_leak') }}
    union all
    select
        'energy_user_kind',
        kind_code,
        [kind_code, name_zh, name_en] || string_split(coalesce(aliases_text, ''), ';')
    from {{ ref('rule_energy_user_kind') }}
    union all
    select
        'industry',
        industry_code,
        [name_text]
    from {{ ref('int_inventory_use__industry_name') }}
),

named as (
    select
        list_code,
        code,
        unnest(names) as name_text
    from listed
)

select distinct
    list_code,
    {{ text_key('name_text') }} as name_key,
    code
from named
where name_text <> ''
