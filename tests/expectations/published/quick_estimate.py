"""Quick estimates. Looks for a factor of another unit and places beside their bands."""

import vocabulary as v

DERIVED = {
    "parts": "(scope1_tco2e + scope2_tco2e - total_tco2e) / greatest(1, total_tco2e)",
    "grid_kg_per_kwh": """case when electricity_kwh >= 1000
        then scope2_tco2e * 1000 / electricity_kwh end""",
    "fuel_kg_per_gj": """case when scope1_tco2e >= 1 and energy_gj > 0.0036 * electricity_kwh
        then scope1_tco2e * 1000 / (energy_gj - 0.0036 * electricity_kwh) end""",
}

EXPECTATIONS = [
    v.balanced("parts", 1e-5, "fuels and electricity make the total"),
    v.between("grid_kg_per_kwh", 0.2, 0.8, "kg of CO2e per kWh"),
    v.between("fuel_kg_per_gj", 45, 115, "from natural gas to coal", severity="warning"),
]
