select
    pollutants.company_name as company_name_zh,
    pollutants.year,
    pollutants.pollutant_zh,
    matched.tax_id,
    matched.match_code,
    pollutants.value,
    -- the source states no unit: its re-users read tonnes, but differ on dioxins
    case when pollutants.pollutant_zh <> '戴奧辛' then 't' end as unit_code,
    pollutants.source_release_key,
    pollutants.row_number
from {{ ref('stg_moenv__air_pollutants') }} as pollutants
inner join {{ ref('int_emissions__match_name') }} as matched
    on matched.dataset = 'air_pollutants' and matched.company_name = pollutants.company_name
