"""Energy use by fuel. Looks for units and factors that are wrong by a scale."""

import vocabulary as v

DERIVED = {
    "gj_per_unit": "energy_gj / nullif(quantity, 0)",
    "tco2e_per_gj": "tco2e / nullif(energy_gj, 0)",
}
# Ranges any textbook gives; the exact factors are the business of dbt tests.
GJ_PER_UNIT = {
    "electricity": (0.0036, 0.0036001),
    "fuel_oil": (36, 44),
    "lpg": (44, 52),
    "natural_gas": (0.032, 0.042),
    "steam_coal": (20, 30),
}
TCO2E_PER_GJ = {
    "electricity": (0.09, 0.20),
    "fuel_oil": (0.070, 0.085),
    "lpg": (0.057, 0.070),
    "natural_gas": (0.045, 0.060),
    "steam_coal": (0.085, 0.110),
}

EXPECTATIONS = [
    v.row_count(400, "8 industries x 10 years x 5 fuels"),
    v.codes("industry_code", v.INDUSTRIES, "totals are never mixed with industries"),
    v.codes("fuel_code", v.FUELS, "the five printed fuels"),
    v.codes("year", range(2012, 2022), "the printed years"),
    v.between("quantity", 0, None, "a used quantity is not negative"),
    *[
        v.between("gj_per_unit", *band, f"heating value of {fuel}", **v.where("fuel_code", fuel))
        for fuel, band in GJ_PER_UNIT.items()
    ],
    *[
        v.between("tco2e_per_gj", *band, f"emission factor of {fuel}", **v.where("fuel_code", fuel))
        for fuel, band in TCO2E_PER_GJ.items()
    ],
    v.total_between("quantity", 1.2e12, 1.5e12, "120 to 150 TWh a year", **v.where("fuel_code", "electricity")),
    v.total_between("tco2e", 2.0e9, 3.0e9, "200 to 300 Mt a year, coal of power plants included"),
    v.median_between("tco2e", 1e5, 5e6, "a typical fuel of an industry is around 1 Mt a year"),
]
