"""Demand with measures. Looks for wrong powers of ten and mixed-up units of oil."""

import vocabulary as v

DERIVED = {
    "gj_per_kloe": "case when unit_code = 'kloe' then yearbook_kloe_gj / quantity end",
    "electricity_twh": "case when unit_code = 'kwh' then quantity / 1e9 end",
}

EXPECTATIONS = [
    v.between("gj_per_kloe", 36, 43, "a kilolitre of oil equivalent"),
    v.between("electricity_twh", 20, 150, "TWh of a sector"),
]
