-- one row per activity and gas, with the potentials of var gwp_set and the factors of the year
select
    line.source_kind_code,
    line.activity_key,
    line.gas_code,
    line.gas_family_code,
    line.organisation_id,
    line.facility_id,
    line.year,
    line.scope_code,
    line.category_code,
    category.iso_category_code,
    line.source_text,
    line.activity_item_code,
    line.stated_quantity_text,
    line.stated_unit_text,
    line.quantity,
    line.unit_code,
    line.equipment_code,
    line.emission_factor_key,
    line.leak_factor_key,
    line.factor_value,
    line.factor_vintage,
    line.factor_source,
    line.factor_confidence,
    line.gwp_set,
    line.gwp_key,
    cast(line.gwp_ratio as double) as gwp_ratio,
    cast(line.emitted_t as double) as emitted_t,
    cast(line.tco2e as double) as tco2e,
    cast(line.market_based_tco2e as double) as market_based_tco2e,
    cast(line.biogenic_tco2e as double) as biogenic_tco2e,
    cast(line.outside_tco2e as double) as outside_tco2e,
    cast(line.data_quality_score_count as integer) as data_quality_score_count,
    line.data_quality_grade_code,
    line.flags,
    line.source_release_key,
    line.row_number
from {{ ref('int_inventory__line') }} as line
inner join
    {{ ref('ref_inventory_category') }} as category
    on category.category_code = line.category_code
where line.gwp_set = '{{ declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) }}'
    and line.factor_choice_code = 'by_year'
