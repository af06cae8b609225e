"""Pathways of the plan. Looks for kilotonnes, and a fuel mix that moved."""

import vocabulary as v

DERIVED = {
    "no_measures_error": "no_measures_tco2e - with_measures_tco2e - reduction_tco2e",
    "gap_error": "gap_tco2e - (with_measures_tco2e - target_path_tco2e)",
    "fuel_kg_per_gj": "1e3 * fuel_tco2e / nullif(fuel_gj, 0)",
}

EXPECTATIONS = [
    v.balanced("no_measures_error", 0.1, "with measures and reductions"),
    v.balanced("gap_error", 0.1, "with measures less path"),
    v.between("fuel_kg_per_gj", 50, 80, "gas, LPG, some heavier oil"),
    v.between("with_measures_tco2e", 5e6, 1e8, "tonnes, not kilotonnes"),
    v.between("electricity_factor_kgco2e_per_kwh", 0.1, 0.7, "kg, not g"),
]
