"""National energy indicators. Looks for series in another unit, blank or a row off."""

import vocabulary as v

COLUMNS = """
    year primary_energy_intensity_loe_per_twd1000 final_energy_intensity_loe_per_twd1000
    industry_energy_intensity_loe_per_twd1000 services_energy_intensity_loe_per_twd1000
    electricity_intensity_kwh_per_twd1000 energy_productivity_twd_per_loe
    energy_elasticity_ratio electricity_elasticity_ratio energy_imports_to_gdp_pct
    energy_per_capita_loe electricity_per_capita_kwh energy_imports_per_capita_twd
    import_dependence_pct oil_import_dependence_pct gas_import_dependence_pct
    energy_import_rate_pct energy_imports_to_imports_pct supply_concentration_pct
    crude_origin_concentration_pct gas_origin_concentration_pct generation_concentration_pct
    reserve_margin_pct average_load_mw peak_load_mw load_factor_pct line_loss_pct
    renewable_in_primary_supply_pct renewable_in_total_supply_pct renewable_in_generation_pct
    renewable_in_capacity_pct fuel_combustion_mtco2 co2_per_capita_t
    co2_intensity_kg_per_twd1000 electricity_factor_kgco2e_per_kwh
"""

DERIVED = {
    "load_gap": "average_load_mw / peak_load_mw * 100 - load_factor_pct",
    "productivity_gap": """energy_productivity_twd_per_loe
        * final_energy_intensity_loe_per_twd1000 / 1000 - 1""",
    "t_per_head_gap": "fuel_combustion_mtco2 / co2_per_capita_t",
}

# Series by the unit in their name: what a nation of this size can have.
RANGES = {
    "_loe_per_twd1000": (0.1, 20),
    "_kwh_per_twd1000": (5, 40),
    "_elasticity_ratio": (-20, 20),
    "_per_capita_loe": (2_000, 6_000),
    "_per_capita_kwh": (5_000, 20_000),
    "_per_capita_twd": (10_000, 300_000),
    "_load_mw": (10_000, 100_000),
    "_per_capita_t": (5, 20),
    "_kg_per_twd1000": (5, 40),
}
SERIES = {
    name: span for end, span in RANGES.items() for name in COLUMNS.split() if name.endswith(end)
}
SHARES = {name: (0.5, 100) for name in COLUMNS.split() if name.endswith("_pct")}

EXPECTATIONS = [
    *[v.between(name, *span, "of a nation") for name, span in (SERIES | SHARES).items()],
    v.balanced("load_gap", 0.5, "average over peak load"),
    v.balanced("productivity_gap", 0.05, "the one is the inverse of the other"),
    v.between("t_per_head_gap", 18, 28, "millions of people"),
    v.between("electricity_factor_kgco2e_per_kwh", 0.2, 0.8, "kg, not g"),
    v.between("fuel_combustion_mtco2", 100, 400, "million tonnes of CO2"),
    v.between("year", 1980, 2100, "AD years"),
]
