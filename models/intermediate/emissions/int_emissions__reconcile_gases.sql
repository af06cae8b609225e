select
    dataset,
    source_release_key,
    'gases_and_indirect' as check_code,
    'ghg_p_01' as table_ref,
    source_release_key || '|' || control_no || '|' || year || '|total' as cell_ref,
    {{ without_noise('total_reported') }} as reported_value,
    0.005 as half_unit,
    'tco2e' as unit_code,
    {{ without_noise('gases_tco2e + indirect_reported') }} as recomputed_value,
    -- 0.02 t in all: eight addends of two decimals
    0.015 as input_tolerance,
    'co2 + ch4 + n2o + hfcs + pfcs + sf6 + nf3 + indirect' as formula,
    null::double as alternative_value,
    null::double as alternative_tolerance,
    null::varchar as explanation_code
from {{ ref('int_emissions__unite_releases') }}
where gases_tco2e is not null and indirect_reported is not null and total_reported is not null
