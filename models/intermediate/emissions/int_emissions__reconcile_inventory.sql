with plants as (
    select
        year,
        sum(scope1_tco2e) as scope1_tco2e,
        count(*) as plant_count
    from {{ ref('int_emissions__select_as_of') }}
    group by year
)

select
    'ghg_p_02' as dataset,
    inventory.source_release_key,
    'inventory_gases' as check_code,
    'ghg_p_02' as table_ref,
    inventory.year || '|total' as cell_ref,
    inventory.total_tco2e as reported_value,
    500 as half_unit,
    'tco2e' as unit_code,
    co2_tco2e
    + ch4_tco2e
    + n2o_tco2e
    + hfcs_tco2e
    + pfcs_tco2e
    + sf6_tco2e
    + nf3_tco2e as recomputed_value,
    -- seven gases in whole thousand tonnes
    3500 as input_tolerance,
    'sum of the seven gases' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from {{ ref('int_emissions__select_inventory') }} as inventory
-- NE, not estimated, is not zero: a year without all seven gases has no sum
where co2_tco2e
    + ch4_tco2e
    + n2o_tco2e
    + hfcs_tco2e
    + pfcs_tco2e
    + sf6_tco2e
    + nf3_tco2e is not null
union all
select
    'ghg_p_02',
    inventory.source_release_key,
    'inventory_net',
    'ghg_p_02',
    inventory.year || '|net',
    inventory.net_tco2e,
    500,
    'tco2e',
    inventory.total_tco2e + inventory.absorption_tco2e,
    1000,
    'total + absorption',
    null,
    null,
    null
from {{ ref('int_emissions__select_inventory') }} as inventory
union all
select
    'ghg_p_02',
    inventory.source_release_key,
    'plants_within_inventory',
    'ghg_p_02',
    inventory.year || '|total|plants',
    inventory.total_tco2e,
    500,
    'tco2e',
    greatest(inventory.total_tco2e, plants.scope1_tco2e),
    0,
    'at least the direct emissions of ' || plants.plant_count || ' plants',
    null,
    null,
    null
from {{ ref('int_emissions__select_inventory') }} as inventory
inner join plants on plants.year = inventory.year
