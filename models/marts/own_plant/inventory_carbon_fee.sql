-- carbon fee of a plant of the inventory by scenario
with ruled as (
    select
        plant.*,
        fee.scenario_code,
        fee.rate_twd_per_t,
        fee.deduction_tco2e,
        fee.adjustment_ratio,
        fee.liable_from_tco2e,
        fee.needs_plan,
        fee.valid_from_year,
        unused.activity_unused_count
    from {{ ref('int_inventory_use__sum_plant') }} as plant
    inner join {{ ref('int_inventory_use__count_unused') }} as unused
        on unused.source_kind_code = plant.source_kind_code
            and unused.organisation_id = plant.organisation_id
            and unused.facility_id = plant.facility_id
            and unused.year = plant.year
    -- the rule of the year, or the first one for years before it
    inner join
        {{ ref('rule_carbon_fee') }} as fee
        on plant.year <= coalesce(fee.valid_to_year, 9999)
    qualify row_number() over (
            partition by
                plant.source_kind_code,
                plant.organisation_id,
                plant.facility_id,
                plant.year,
                fee.scenario_code
            order by plant.year >= fee.valid_from_year desc, abs(plant.year - fee.valid_from_year)
        ) = 1
)

select
    source_kind_code,
    organisation_id,
    facility_id,
    year,
    scenario_code,
    scope1_tco2e,
    electricity_tco2e,
    left_out_electricity_tco2e,
    emissions_tco2e,
    liable_from_tco2e,
    deduction_tco2e,
    adjustment_ratio,
    rate_twd_per_t,
    emissions_tco2e >= liable_from_tco2e as is_liable,
    cast({{ chargeable_tco2e('emissions_tco2e', 'ruled') }} as double) as chargeable_tco2e,
    cast({{ carbon_fee_twd(chargeable_tco2e('emissions_tco2e', 'ruled'), 'ruled') }} as double)
        as fee_twd,
    needs_plan,
    year >= valid_from_year as is_in_force,
    cast(activity_unused_count as integer) as unused_row_count,
    activity_unused_count = 0 as is_complete,
    source_release_key
from ruled
