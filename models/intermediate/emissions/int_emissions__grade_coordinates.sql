with located as (
    select
        point.control_no,
        point.longitude,
        point.latitude,
        point.source_release_key,
        point.row_number,
        count(*) over (partition by point.source_release_key, point.longitude, point.latitude)
            as plants_at_point
    from {{ ref('stg_moenv__plant_coordinates') }} as point
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = point.source_release_key
    where point.longitude is not null
        and point.latitude is not null
        and release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number() over (
            partition by point.control_no
            order by release.vintage_date desc, point.source_release_key desc
        ) = 1
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
    source_release_key,
    row_number
from placed
