"""Heating values. Looks for kcal in the place of GJ, litres in the place of kilograms, and factors nobody vouches for."""

import vocabulary as v

DERIVED = {
    "gj_per_kg": "case when unit_code = 'kg' then gj_per_unit end",
    "gj_per_l": "case when unit_code = 'l' then gj_per_unit end",
    "gj_per_m3": "case when unit_code = 'm3' then gj_per_unit end",
    "gj_per_kwh": "case when unit_code = 'kwh' then gj_per_unit end",
    "gj_per_kloe": "case when unit_code = 'kloe' then gj_per_unit end",
}

EXPECTATIONS = [
    # municipal waste 8.5 MJ/kg, LPG 50 MJ/kg
    v.between("gj_per_kg", 0.008, 0.051, "8 to 51 MJ per kilogram"),
    v.between("gj_per_l", 0.024, 0.043, "24 to 43 MJ per litre of liquid fuel"),
    # blast furnace gas 3.3 MJ/m3, natural gas 38 MJ/m3
    v.between("gj_per_m3", 0.003, 0.042, "3 to 42 MJ per cubic metre of gas"),
    v.between("gj_per_kwh", 0.0036, 0.0036007, "3.6 MJ, or 860 kcal, per kilowatt-hour"),
    v.between("gj_per_kloe", 37.68, 41.87, "9 or 10 million kcal per kilolitre of oil equivalent"),
    v.filled("source", 1, "every factor names its source"),
    v.filled("confidence", 1, "and how sure it is"),
]
