select
    control_no,
    year,
    quarter,
    fuel_code,
    tax_id,
    fuel_names_zh,
    quantity,
    unit_code,
    energy_gj,
    tco2e,
    heating_value_key,
    density_key,
    emission_factor_key,
    declared_count,
    {{ flags_text('flags') }} as flags,
    dataset,
    source_release_key
from {{ ref('int_declarations__sum_fuel') }}
