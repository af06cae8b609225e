select
    stock_code,
    month,
    tax_id,
    {{ without_noise('cumulated_twd1m') }} as cumulated_twd1m,
    emission_year,
    {{ without_noise('emissions_to_date_tco2e') }} as emissions_to_date_tco2e,
    {{ without_noise('emission_intensity_tco2e_per_twd1m', 9) }}
        as emission_intensity_tco2e_per_twd1m,
    energy_year,
    {{ without_noise('energy_to_date_gj') }} as energy_to_date_gj,
    {{ without_noise('energy_intensity_gj_per_twd1m', 9) }} as energy_intensity_gj_per_twd1m,
    is_energy_suspect,
    source_release_key
from {{ ref('int_disclosures__intensity_to_date') }}
