select
    heating.factor_key,
    heating.vintage,
    heating.fuel_code,
    units.base_unit_code as unit_code,
    {{ without_noise('heating.gj_per_unit / units.to_base_factor', 12) }} as gj_per_unit,
    heating.heat_basis,
    heating.valid_from_year,
    heating.valid_to_year,
    heating.confidence
from {{ ref('fac_heating_value') }} as heating
inner join {{ ref('ref_unit') }} as units on units.unit_code = heating.unit_code
