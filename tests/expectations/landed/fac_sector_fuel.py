"""CO2 and energy of the two sectors. Looks for tonnes in the place of kilotonnes, and for a mix that no fuel has."""

import vocabulary as v

DERIVED = {
    "kg_per_gj": "1e6 * direct_ktco2 / nullif((final_energy_twh - electricity_twh) * 3.6e6, 0)",
    "carriers_error_twh": "electricity_twh + natural_gas_twh + oil_products_twh - final_energy_twh",
    # what electricity adds, per kWh: the grid of the year, less what is bought elsewhere
    "grid_kg_per_kwh": "(incl_electricity_ktco2 - direct_ktco2) / 1e3 / electricity_twh",
}

EXPECTATIONS = [
    v.row_count(4, "two sectors, 2005 and 2024"),
    v.codes("sector_code", ["residential", "commercial"], "the two sectors"),
    v.between("kg_per_gj", 56.1, 77.4, "between natural gas and fuel oil"),
    v.between("carriers_error_twh", -0.001, 0.001, "electricity, gas and oil products are all there is"),
    v.between("grid_kg_per_kwh", 0.45, 0.48, "0.474 kg by the Energy Administration's factor of 2024"),
    v.filled("source", 1, "every row names its source"),
]
