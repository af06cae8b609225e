select
    period as year,
    bool_or(is_complete) as is_complete
from {{ ref('int_emissions__count_coverage') }}
where dataset in ('ghg_registry', 'ghg_p_01')
group by period
