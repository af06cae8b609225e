-- a year judged by no rule would be called not met
select distinct
    'seeds: rule_threshold.csv: no row of '
    || rule_key
    || ' is in force in '
    || report_year
    || ', a year with reports'
from {{ ref('ind_company_climate') }}
where rule_key is not null and threshold_value is null
union all
select distinct
    'seeds: rule_radar_band.csv: axis '
    || axis.axis_no
    || ' has no bands in force in '
    || years.report_year
from {{ ref('rule_radar_band') }} as axis
cross join (select distinct report_year from {{ ref('ind_company_climate') }}) as years
where not exists (
        select 1 from {{ ref('rule_radar_band') }} as band
        where band.axis_no = axis.axis_no and band.score = 0
            and years.report_year between band.valid_from_year and coalesce(
                band.valid_to_year, 9999
            )
    )
