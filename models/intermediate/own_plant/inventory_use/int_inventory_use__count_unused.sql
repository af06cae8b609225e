-- rows of activity data and of energy users that may belong to a plant and year, and are not used;
-- the organisation's may belong to any plant of it
with plant as (
    select distinct
        source_kind_code,
        organisation_id,
        facility_id,
        year
    from {{ ref('int_inventory__accept_activity') }}
    union
    select distinct
        source_kind_code,
        organisation_id,
        facility_id,
        year
    from {{ ref('int_duties__read_user') }}
),

paired as (
    select
        plant.*,
        unused.dataset_code,
        coalesce(unused.facility_id, plant.facility_id) = plant.facility_id as is_of_plant
    from plant
    left join {{ ref('int_own__unused') }} as unused
        on unused.source_kind_code = plant.source_kind_code
            and coalesce(unused.organisation_id, plant.organisation_id) = plant.organisation_id
            and coalesce(unused.year, plant.year) = plant.year
)

select
    source_kind_code,
    organisation_id,
    facility_id,
    year,
    count(*) filter (where dataset_code = 'activity_data') as organisation_unused_count,
    count(*) filter (where dataset_code = 'activity_data' and is_of_plant) as activity_unused_count,
    count(*) filter (where dataset_code = 'energy_user' and is_of_plant) as user_unused_count
from paired
group by source_kind_code, organisation_id, facility_id, year
