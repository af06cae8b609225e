-- noqa: disable=LT02
-- a problem is a pair: what is wrong, and what to say
-- what is wrong with a row of activity data across its cells; lists of what would have been valid
-- are joined to the refused rows alone
with given as (
    select
        read.*,
        coalesce(method.allows_own_factor, true) as allows_own_factor,
        coalesce(method.needs_own_factor, false) as needs_own_factor,
        exists(
            select 1 from {{ ref('int_inventory__factor') }} as factor
            where factor.item_code = read.activity_item_code and factor.use_code = read.use_code
        ) as has_factor,
        -- a row of scope 3 may name the other use of a fuel: cars that are sold burn petrol on the
        -- road
        exists(
            select 1 from {{ ref('int_inventory__factor') }} as factor
            where factor.item_code = read.activity_item_code
                and factor.factor_set_key = read.factor_key
                and (factor.use_code = read.use_code or read.scope_code = 'scope3')
        ) as is_known_key
    from {{ ref('int_inventory__read_activity') }} as read
    left join {{ ref('ref_inventory_method') }} as method on method.method_code = read.method_code
),

-- column, sentence, list and code of the valid answers, and the sentence where the list has none
broken as (
    select
        source_release_key,
        row_number,
        unnest(list_filter([
            case when scope_code is not null and category_code is null
                then ['category', 'a category of ' || scope_code || ': {}', 'category', scope_code]
            end,
            case when activity_item_code is null
                then ['activity_item', 'an item of ref_activity_item (did you mean {}?)',
                    'suggestion', source_release_key || '#' || row_number,
                    'an item of ref_activity_item'] end,
            case when method_code is not null and category_code is not null and use_code is null
                then ['category', 'for ' || activity_item_code || ' one of {}', 'place',
                    method_code] end,
            case when use_code in ('stationary', 'mobile') and not has_factor and own_factor is null
                then ['activity_item', 'an item with factors for ' || use_code
                    || ' combustion ({}), or a factor in own_factor_kgco2e', 'use', use_code] end,
            case when stated_unit_text is null
                then ['unit', 'one of {}', 'unit', activity_item_code, 'the unit of the quantity']
            end,
            case when stated_unit_text is not null and method_code is not null
                and not takes_any_unit and conversion_ratio is null
                then ['unit', 'for ' || activity_item_code || ' one of {}', 'unit',
                    activity_item_code]
            end,
            case when equipment_text is not null and not is_refrigerant
                then ['equipment', 'nothing: ' || activity_item_code || ' is no refrigerant'] end,
            case when equipment_text is not null and coalesce(is_refrigerant, true)
                and equipment_code is null
                then ['equipment', 'nothing, or one of {}', 'equipment', 'all'] end,
            case when factor_key is not null and use_code is not null and not is_known_key
                then ['factor_key', 'nothing, or one of {}', 'factor_key',
                    activity_item_code || ':' || use_code,
                    'nothing: there is no published factor'] end,
            case when factor_key is not null and own_factor_text is not null
                then ['factor_key', 'nothing beside own_factor_kgco2e'] end,
            case when own_factor_text is not null and not allows_own_factor
                then ['own_factor_kgco2e', 'nothing: ' || activity_item_code
                    || ' takes no factor of its own'] end,
            case when own_factor_text is null and needs_own_factor
                then ['own_factor_kgco2e', 'kg CO2e per stated unit: ' || activity_item_code
                    || ' has no published factor'] end,
            case when own_factor_text is not null and own_factor_source is null
                then ['own_factor_source', 'where the factor in own_factor_kgco2e comes from'] end,
            case when own_factor_text is null and own_factor_source is not null
                then ['own_factor_source', 'nothing without a factor in own_factor_kgco2e'] end
        ], wrong -> wrong is not null)) as wrong
    from given
),

answered as (
    select
        list_code,
        code,
        answer
    from {{ ref('int_inventory__valid_answer') }}
    union all
    select
        'suggestion',
        source_release_key || '#' || row_number,
        suggestion
    from {{ ref('int_inventory__suggest_item') }}
)

select
    broken.source_release_key,
    broken.row_number,
    broken.wrong[1] as column_code,
    case
        when broken.wrong[3] is null then broken.wrong[2]
        else coalesce(replace(broken.wrong[2], '{}', answered.answer), broken.wrong[5])
    end as expected_en
from broken
left join answered on answered.list_code = broken.wrong[3] and answered.code = broken.wrong[4]
union
select
    source_release_key,
    row_number,
    column_code,
    expected_en
from {{ ref('int_inventory__refuse_period') }}
