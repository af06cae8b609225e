with located as (
    select
        control_no,
        longitude,
        latitude,
        source_release_key,
        count(*) over (partition by source_release_key, longitude, latitude) as plants_at_point
    from {{ ref('stg_moenv__plant_coordinates') }}
    where longitude is not null and latitude is not null
    qualify row_number() over (partition by control_no order by source_release_key desc) = 1
),

placed as (
    select
        located.*,
        located.longitude between box.dq28_longitude_min and box.dq28_longitude_max
        and located.latitude between box.dq28_latitude_min and box.dq28_latitude_max
            as is_in_taiwan
    from located
    cross join (
        select * from {{ ref('int_emissions__rule_in_force') }} qualify year = max(year) over ()
    ) as box
)

select
    control_no,
    case when is_in_taiwan then longitude end as longitude,
    case when is_in_taiwan then latitude end as latitude,
    case
        when longitude = 0 or latitude = 0 then 'zero'
        when not is_in_taiwan then 'outside_taiwan'
        when plants_at_point > 1 then 'shared_point'
        else 'published'
    end as coordinate_quality,
    longitude::varchar || ' ' || latitude::varchar as published_point,
    source_release_key
from placed
