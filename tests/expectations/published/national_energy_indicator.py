"""National energy indicators. Looks for series in another unit, or a row off."""

import vocabulary as v

DERIVED = {
    "productivity_gap": """energy_productivity_twd_per_loe
        * final_energy_intensity_loe_per_twd1000 / 1000 - 1""",
    "per_head_gap": "fuel_combustion_co2_tco2e / co2_per_capita_t / 1e6",
    "year_over_year": """industry_energy_intensity_loe_per_twd1000
        / lag(industry_energy_intensity_loe_per_twd1000) over (order by year)""",
}
INTENSITIES = ("primary_energy", "final_energy", "industry_energy", "services_energy")

EXPECTATIONS = [
    v.rows(10, 200, "a year a row, since 2003"),
    *[v.between(f"{i}_intensity_loe_per_twd1000", 0.1, 20, "of a nation") for i in INTENSITIES],
    v.between("electricity_intensity_kwh_per_twd1000", 5, 40, "of a nation"),
    v.balanced("productivity_gap", 0.05, "the one is the inverse of the other"),
    v.between("per_head_gap", 18, 28, "millions of people"),
    v.between("year_over_year", 0.85, 1.1, "no year changes an industry by more"),
    v.between("electricity_factor_kgco2e_per_kwh", 0.2, 0.8, "kg, not g"),
    v.between("fuel_combustion_co2_tco2e", 1e8, 4e8, "100 to 400 million tonnes"),
    v.between("renewable_in_generation_pct", 0.5, 100, "a share in per cent"),
    v.between("industry_intensity_change_pct", -90, 50, "since the base year"),
]
