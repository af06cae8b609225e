-- one row of activity data with all that is wrong with it; everything after this reads rows without a refusal only. 1e12 is more than three times
-- the nation's electricity in kWh: no unit makes that the activity of a plant.
-- years that can be: up to the next one, whatever the clock of an older machine says
with last_year as (
    select greatest(year(current_date) + 1, max(valid_from_year) + 2) as year
    from {{ ref('int_inventory__factor') }}
    where use_code = 'grid'
),

given as (
    select
        stated.*, nearest.suggestion, allowed.use_code, coalesce(method.allows_own_factor, true) as allows_own_factor,
        coalesce(method.needs_own_factor, false) as needs_own_factor, coalesce(method.takes_any_unit, false) as takes_any_unit,
        category_list.answer as valid_categories, place.answer as valid_places, unit_list.answer as valid_units, burners.answer as valid_items,
        equipment_list.answer as valid_equipment, key_list.answer as valid_keys,
        -- a row of scope 3 may name the other use of a fuel: cars that are sold burn petrol on the road
        exists(
            select 1 from {{ ref('int_inventory__factor') }} as factor
            where factor.item_code = stated.activity_item_code and factor.factor_set_key = stated.factor_key
                and (factor.use_code = allowed.use_code or stated.scope_code = 'scope3')
        ) as is_known_key
    from {{ ref('int_inventory__read_activity') }} as stated
    left join {{ ref('int_inventory__suggest_item') }} as nearest
        on nearest.source_release_key = stated.source_release_key and nearest.row_number = stated.row_number
    left join {{ ref('ref_inventory_method') }} as method on method.method_code = stated.method_code
    left join {{ ref('ref_inventory_method_category') }} as allowed
        on allowed.method_code = stated.method_code and allowed.category_code = stated.category_code
    left join {{ ref('int_inventory__valid_answer') }} as category_list
        on category_list.list_code = 'category' and category_list.code = stated.scope_code
    left join {{ ref('int_inventory__valid_answer') }} as place on place.list_code = 'place' and place.code = stated.method_code
    left join {{ ref('int_inventory__valid_answer') }} as unit_list
        on unit_list.list_code = 'unit' and unit_list.code = stated.activity_item_code
    left join {{ ref('int_inventory__valid_answer') }} as burners on burners.list_code = 'use' and burners.code = allowed.use_code
    left join {{ ref('int_inventory__valid_answer') }} as equipment_list on equipment_list.list_code = 'equipment'
    left join {{ ref('int_inventory__valid_answer') }} as key_list
        on key_list.list_code = 'factor_key' and key_list.code = stated.activity_item_code || ':' || allowed.use_code
),

judged as (
    select
        given.*,
        {{ problems([
            ["given.organisation_id is null", wrong_cell('given', 'organisation_id', "'a name of the organisation'")],
            ["given.facility_id is null",
                wrong_cell('given', 'facility_id', "'a name of the plant (all, where the row is for the whole organisation)'")],
            ["given.ad_year is null or given.ad_year < 2005 or given.ad_year > last_year.year", wrong_cell('given', 'year',
                "'a year of the AD calendar, 2005 to next year' || coalesce('; ' || given.roc_year || ' looks like a ROC year, write ' "
                ~ "|| (given.roc_year + 1911), '')")],
            ["given.scope_code is null", wrong_cell('given', 'scope', "'1, 2 or 3 (scope1 範疇一, scope2 範疇二, scope3 範疇三)'")],
            ["given.scope_code is not null and given.category_code is null",
                wrong_cell('given', 'category', "'a category of ' || given.scope_code || ': ' || given.valid_categories")],
            ["given.source is null", wrong_cell('given', 'source', "'a name of the emission source, such as boiler 1'")],
            ["given.activity_item is null", wrong_cell('given', 'activity_item', "'an item of ref_activity_item'")],
            ["given.activity_item is not null and given.activity_item_code is null",
                wrong_cell('given', 'activity_item', "'an item of ref_activity_item' || coalesce(' (did you mean ' || given.suggestion || '?)', '')")],
            ["given.method_code is not null and given.category_code is not null and given.use_code is null",
                wrong_cell('given', 'category', "'for ' || given.activity_item_code || ' one of ' || given.valid_places")],
            ["given.use_code in ('stationary', 'mobile') and given.valid_keys is null and given.own_factor is null",
                wrong_cell('given', 'activity_item', "'an item with factors for ' || given.use_code || ' combustion ('"
                    ~ " || given.valid_items || '), or a factor in own_factor_kgco2e'")],
            ["given.stated_quantity is null or given.stated_quantity < 0", wrong_cell('given', 'quantity', "'a number of 0 or more'")],
            ["given.stated_quantity > 1e12", wrong_cell('given', 'quantity', "'at most 1e12: is it really in ' || coalesce(given.unit, 'this unit') || '?'")],
            ["given.unit is null", wrong_cell('given', 'unit', "coalesce('one of ' || given.valid_units, 'the unit of the quantity')")],
            ["given.unit is not null and given.method_code is not null and not given.takes_any_unit and given.conversion_ratio is null",
                wrong_cell('given', 'unit', "'for ' || given.activity_item_code || ' one of ' || given.valid_units")],
            ["given.equipment is not null and not given.is_refrigerant",
                wrong_cell('given', 'equipment', "'nothing: ' || given.activity_item_code || ' is no refrigerant'")],
            ["given.equipment is not null and coalesce(given.is_refrigerant, true) and given.equipment_code is null",
                wrong_cell('given', 'equipment', "'nothing, or one of ' || given.valid_equipment")],
            ["given.factor_key is not null and given.use_code is not null and not given.is_known_key",
                wrong_cell('given', 'factor_key', "coalesce('nothing, or one of ' || given.valid_keys, 'nothing: there is no published factor')")],
            ["given.factor_key is not null and given.own_factor_kgco2e is not null",
                wrong_cell('given', 'factor_key', "'nothing beside own_factor_kgco2e'")],
            ["given.own_factor_kgco2e is not null and not coalesce(given.own_factor between 0 and 1e9, false)",
                wrong_cell('given', 'own_factor_kgco2e', "'kg CO2e per stated unit, a number from 0 to 1e9'")],
            ["given.own_factor_kgco2e is not null and not given.allows_own_factor",
                wrong_cell('given', 'own_factor_kgco2e', "'nothing: ' || given.activity_item_code || ' takes no factor of its own'")],
            ["given.own_factor_kgco2e is null and given.needs_own_factor",
                wrong_cell('given', 'own_factor_kgco2e', "'kg CO2e per stated unit: ' || given.activity_item_code || ' has no published factor'")],
            ["given.own_factor_kgco2e is not null and given.own_factor_source is null",
                wrong_cell('given', 'own_factor_source', "'where the factor in own_factor_kgco2e comes from'")],
            ["given.own_factor_kgco2e is null and given.own_factor_source is not null",
                wrong_cell('given', 'own_factor_source', "'nothing without a factor in own_factor_kgco2e'")],
            ["given.evidence is not null and given.evidence_code is null",
                wrong_cell('given', 'evidence', "'nothing, or one of continuous_metering 自動連續量測, periodic_metering 定期量測, estimate 自行推估'")],
            ["given.assurance is not null and given.assurance_code is null",
                wrong_cell('given', 'assurance', "'nothing, or one of external 外部校正, internal 內部校正, none 未校正'")],
        ]) }} as row_problems
    from given
    cross join last_year
)

select
    input_code, source_release_key, row_number, file_name, raw_row, organisation_id, facility_id, ad_year as year, scope_code, category_code,
    use_code, source as source_text, activity_item_code, method_code, warning_code, quantity as stated_quantity_text, unit as stated_unit_text,
    stated_quantity, conversion_ratio, case when stated_unit_multiplier = 1 then stated_unit_code end as stated_unit_code, item_unit_code,
    takes_any_unit, equipment_code, factor_key, own_factor, own_factor_source, evidence_code, assurance_code, note,
    coalesce(row_problems, {{ repeated(
        'row_problems', 'organisation_id, facility_id, ad_year, category_code, source, activity_item_code, equipment_code',
        'organisation, plant, year, category, source, item and equipment'
    ) }} || ' (add the quantities, or name the sources apart)') as refusal
from judged
