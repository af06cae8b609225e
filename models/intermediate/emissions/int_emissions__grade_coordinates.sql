-- published plant coordinates with what they are worth (DQ28): only points inside Taiwan are kept
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
)

select
    control_no,
    case when longitude between 118 and 123 and latitude between 21 and 27 then longitude end
        as longitude,
    case when longitude between 118 and 123 and latitude between 21 and 27 then latitude end
        as latitude,
    case
        when longitude = 0 or latitude = 0 then 'zero'
        when
            longitude not between 118 and 123 or latitude not between 21 and 27
            then 'outside_taiwan'
        when plants_at_point > 1 then 'shared_point'
        else 'published'
    end as coordinate_quality,
    longitude::varchar || ' ' || latitude::varchar as published_point,
    source_release_key
from located
