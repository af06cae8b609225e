"""National energy indicators. Looks for series in another unit, blank or a row off."""

import vocabulary as v

DERIVED = {
    "load_gap": "average_load_mw / peak_load_mw * 100 - load_factor_pct",
    "productivity_gap": """energy_productivity_twd_per_loe
        * final_energy_intensity_loe_per_twd1000 / 1000 - 1""",
    "t_per_head_gap": "fuel_combustion_mtco2 / co2_per_capita_t",
}

EXPECTATIONS = [
    v.balanced("load_gap", 0.5, "average over peak load"),
    v.balanced("productivity_gap", 0.05, "the one is the inverse of the other"),
    v.between("t_per_head_gap", 18, 28, "millions of people"),
    v.between("electricity_factor_kgco2e_per_kwh", 0.2, 0.8, "kg, not g"),
    v.between("load_factor_pct", 40, 100, "per cent"),
    v.between("import_dependence_pct", 50, 100, "per cent"),
    v.between("renewable_in_generation_pct", 0, 100, "per cent"),
    v.between("fuel_combustion_mtco2", 100, 400, "million tonnes of CO2"),
    v.between("year", 1980, 2100, "AD years"),
]
