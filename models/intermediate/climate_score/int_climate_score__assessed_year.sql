-- the years with reports: what each is compared with, and the emissions that stand beside it
with years as (
    select distinct report_year from {{ ref('int_disclosures__company') }}
)

select
    years.report_year,
    lag(years.report_year) over (order by years.report_year) as previous_report_year,
    max(graded.year) as emission_year
from years
left join {{ ref('int_emissions__grade_year') }} as graded
    on graded.is_complete and graded.year <= years.report_year
group by years.report_year
