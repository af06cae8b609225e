"""Renewable demand by company. Looks for ratios in the place of per cent."""

import vocabulary as v

DERIVED = {
    "kwh_gap": """(renewable_kwh - electricity_kwh * renewable_share_pct / 100)
        / greatest(1, electricity_kwh)""",
    "sun_hours": """case when solar_equivalent_mw > 0
        then renewable_kwh / solar_equivalent_mw / 1e3 end""",
}

EXPECTATIONS = [
    v.median("renewable_share_pct", 2, 100, "a ratio would be below 1"),
    v.balanced("kwh_gap", 1e-5, "share times electricity"),
    v.between("sun_hours", 700, 2_500, "kWh a year of a kW of solar power"),
    v.between("grid_factor_kgco2e_per_kwh", 0.1, 0.7, "kg, not g"),
]
