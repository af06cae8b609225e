select
    year,
    method_code,
    replace(sector, '_kt', '') as sector_code,
    co2_kt,
    source_release_key,
    row_number
from (
    unpivot (
        select
            *,
            cast(rowid + 1 as integer) as row_number
        from {{ ref('national_co2_by_sector') }}
    )
    on energy_kt, industry_kt, transport_kt, agriculture_kt, services_kt, residential_kt, total_kt
    into name sector value co2_kt
)
