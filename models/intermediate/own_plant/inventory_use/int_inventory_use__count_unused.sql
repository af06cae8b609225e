-- rows of activity data and of energy users that may belong to a plant and year, and are not used
with plant as (
    select distinct source_kind_code, organisation_id, facility_id, year
    from {{ ref('int_inventory__accept_activity') }}
    union
    select distinct source_kind_code, organisation_id, facility_id, year
    from {{ ref('int_duties__read_user') }}
)

select
    plant.*,
    count(*) filter (where unused.dataset_code = 'activity_data') as activity_unused_count,
    count(*) filter (where unused.dataset_code = 'energy_user') as user_unused_count
from plant
left join {{ ref('int_own__unused') }} as unused
    on unused.source_kind_code = plant.source_kind_code
    and coalesce(unused.organisation_id, plant.organisation_id) = plant.organisation_id
    and coalesce(unused.facility_id, plant.facility_id) = plant.facility_id
    and coalesce(unused.year, plant.year) = plant.year
group by plant.source_kind_code, plant.organisation_id, plant.facility_id, plant.year
