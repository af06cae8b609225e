-- the paths as they are told today
select * exclude (report_year)
from {{ ref('int_climate_score__pathway_by_report') }}
qualify report_year = max(report_year) over ()
