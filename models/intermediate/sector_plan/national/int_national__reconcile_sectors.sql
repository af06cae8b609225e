select
    'co2_by_sector' as dataset,
    total.source_release_key,
    'co2_sectors_and_total' as check_code,
    'co2_by_sector' as table_ref,
    total.year || '|' || total.method_code || '|total' as cell_ref,
    total.co2_kt * 1000 as reported_value,
    500 as half_unit,
    'tco2e' as unit_code,
    sum(part.co2_kt) * 1000 as recomputed_value,
    500 * count(*) as input_tolerance,
    'sum of ' || count(*) || ' sectors' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from {{ ref('stg_national__co2_by_sector') }} as total
inner join {{ ref('stg_national__co2_by_sector') }} as part
    on part.year = total.year
        and part.method_code = total.method_code
        and part.sector_code <> 'total'
where total.sector_code = 'total'
group by total.source_release_key, total.year, total.method_code, total.co2_kt
