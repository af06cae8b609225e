select
    summed.*,
    judged.is_complete as is_complete_period,
    cast(
        case
            when
                judged.is_complete
                then rank() over (partition by summed.year order by summed.total_tco2e desc)
        end as integer
    )
        as emission_rank
from {{ ref('int_emissions__company_year') }} as summed
inner join {{ ref('int_emissions__grade_year') }} as judged on judged.year = summed.year
