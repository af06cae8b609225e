"""Energy use by fuel. Looks for units and factors that are wrong by a scale."""

import vocabulary as v

# Ranges any textbook gives: GJ per unit, then tonnes of CO2e per GJ.
RANGES = {
    "electricity": ((0.0036, 0.0036001), (0.05, 0.25)),
    "fuel_oil": ((36, 44), (0.065, 0.09)),
    "lpg": ((44, 52), (0.055, 0.075)),
    "natural_gas": ((0.03, 0.045), (0.044, 0.062)),
    "steam_coal": ((20, 30), (0.08, 0.115)),
}

DERIVED = {
    f"{name}_of_{fuel}": f"case when fuel_code = '{fuel}' then {ratio} end"
    for fuel in RANGES
    for name, ratio in (
        ("gj_per_unit", "energy_gj / nullif(quantity, 0)"),
        ("t_per_gj", "tco2e / nullif(energy_gj, 0)"),
    )
}
DERIVED["year_mt"] = "sum(tco2e) over (partition by year) / 1e6"

EXPECTATIONS = [
    v.between("year_mt", 100, 500, "million tonnes, coal of power plants included"),
    v.median("tco2e", 5e4, 1e7, "a typical fuel of an industry is around 1 Mt a year"),
    *[
        v.between(f"gj_per_unit_of_{fuel}", *heat, f"heating value of {fuel}")
        for fuel, (heat, _) in RANGES.items()
    ],
    *[
        v.between(f"t_per_gj_of_{fuel}", *factor, f"emission factor of {fuel}")
        for fuel, (_, factor) in RANGES.items()
    ],
]
