-- one row per plant, as of its last year in the registry
with latest as (
    select *
    from {{ ref('int_emissions__select_as_of') }}
    qualify row_number() over (partition by control_no order by year desc) = 1
),

located as (
    select
        control_no, longitude, latitude, coordinate_source,
        count(*) over (partition by longitude, latitude) as plants_at_point
    from {{ ref('stg_moenv__plant_coordinates') }}
    qualify row_number() over (partition by control_no order by source_release_key desc) = 1
)

select
    latest.control_no,
    latest.facility_name_zh             as name_zh,
    latest.tax_id,
    latest.county_code,
    latest.industry_zh,
    latest.industry_code,
    case when located.longitude between 118 and 123 then located.longitude end as longitude,
    case when located.latitude between 21 and 27 then located.latitude end as latitude,
    case
        when located.control_no is null or located.longitude is null then 'missing'
        when located.longitude = 0 or located.latitude = 0 then 'zero'
        when located.longitude not between 118 and 123 or located.latitude not between 21 and 27 then 'outside_taiwan'
        when located.plants_at_point > 1 then 'shared_point'
        else 'published'
    end                                 as coordinate_quality,
    min(history.year)                   as first_year,
    max(history.year)                   as last_year,
    count(distinct history.tax_id)      as owner_count,
    latest.source_release_key
from latest
left join located on located.control_no = latest.control_no
inner join {{ ref('int_emissions__select_as_of') }} as history on history.control_no = latest.control_no
group by all
