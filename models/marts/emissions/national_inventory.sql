with plants as (
    select
        year,
        sum(scope1_tco2e) as scope1_tco2e
    from {{ ref('fct_facility_emissions') }}
    group by year
)

select
    inventory.year,
    inventory.co2_tco2e,
    inventory.ch4_tco2e,
    inventory.n2o_tco2e,
    inventory.hfcs_tco2e,
    inventory.pfcs_tco2e,
    inventory.sf6_tco2e,
    inventory.nf3_tco2e,
    inventory.total_tco2e,
    inventory.absorption_tco2e,
    inventory.net_tco2e,
    100 * (inventory.net_tco2e / base.net_tco2e - 1) as net_change_since_2005_pct,
    -- direct emissions only: the electricity of a plant is a power plant's direct emission
    plants.scope1_tco2e as registered_scope1_tco2e,
    plants.scope1_tco2e / inventory.total_tco2e as registered_share_ratio,
    inventory.source_release_key,
    inventory.row_number
from {{ ref('int_emissions__select_inventory') }} as inventory
left join {{ ref('int_emissions__select_inventory') }} as base
    on base.year = {{ rule_value('pathway:national_base_year', 9999) }}
left join plants on plants.year = inventory.year
