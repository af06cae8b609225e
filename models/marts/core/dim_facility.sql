with latest as (
    select *
    from {{ ref('int_emissions__select_as_of') }}
    qualify row_number() over (partition by control_no order by year desc) = 1
)

select
    latest.control_no,
    latest.facility_name_zh as name_zh,
    latest.tax_id,
    latest.county_code,
    latest.industry_zh,
    latest.industry_code,
    located.longitude,
    located.latitude,
    coalesce(located.coordinate_quality, 'missing') as coordinate_quality,
    min(history.year) as first_year,
    max(history.year) as last_year,
    count(distinct history.tax_id) as owner_count,
    latest.source_release_key
from latest
left join {{ ref('int_emissions__grade_coordinates') }} as located
    on located.control_no = latest.control_no
inner join {{ ref('int_emissions__select_as_of') }} as history
    on history.control_no = latest.control_no
group by all
