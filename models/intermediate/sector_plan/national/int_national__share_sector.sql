select
    sector.year,
    sector.method_code,
    sector.sector_code,
    sector.co2_kt * 1000 as co2_tco2e,
    {{ without_noise('sector.co2_kt / total.co2_kt', 9) }} as share_ratio,
    sector.source_release_key,
    sector.row_number
from {{ ref('stg_national__co2_by_sector') }} as sector
inner join {{ ref('stg_national__co2_by_sector') }} as total
    on total.year = sector.year
        and total.method_code = sector.method_code
        and total.sector_code = 'total'
where sector.sector_code <> 'total'
