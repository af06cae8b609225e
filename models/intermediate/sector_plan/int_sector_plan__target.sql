select
    sector_code,
    case when first_year = last_year then 'year' else 'period' end as period_kind,
    first_year,
    last_year,
    cast(value as decimal(9, 3)) as mtco2e,
    {{ without_noise('value * 1e6') }} as tco2e,
    half_unit * 1e6 as half_unit_tco2e,
    printed_text,
    unit_text,
    cell_ref,
    source_release_key
from {{ ref('stg_sector_plan__cell') }}
where measure_code = 'target'
