"""Demand with measures. Looks for one definition of the kLOE in the place of the other, and for wrong powers of ten."""

import vocabulary as v

DERIVED = {
    "yearbook_gj_per_kloe": "case when unit_code = 'kloe' then yearbook_kloe_gj / quantity end",
    "indicator_gj_per_kloe": "case when unit_code = 'kloe' then indicator_kloe_gj / quantity end",
    "electricity_twh": "case when unit_code = 'kwh' then quantity / 1e9 end",
    "electricity_gj_error": "case when unit_code = 'kwh' then yearbook_kloe_gj - quantity * 0.0036 end",
    "fuel_kloe": "case when unit_code = 'kloe' then quantity end",
}

EXPECTATIONS = [
    v.row_count(20, "two sectors, two carriers, five years"),
    v.between("yearbook_gj_per_kloe", 37.68119, 37.68121, "9 x 10^6 kcal"),
    v.between("indicator_gj_per_kloe", 41.86799, 41.86801, "10^7 kcal"),
    v.between("electricity_twh", 51, 56, "51.57 to 55.56 TWh"),
    v.between("electricity_gj_error", -0.01, 0.01, "3.6 MJ per kWh"),
    v.between("fuel_kloe", 1.6e6, 1.75e6, "1.63 to 1.73 million kLOE"),
]
