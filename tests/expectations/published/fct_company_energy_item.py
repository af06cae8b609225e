"""Energy items. Looks for units read wrongly, factors of another fuel, and a missing factor that became zero."""

import vocabulary as v


def of(kind: str, value: str) -> str:
    """The value of items of one energy type, as SQL."""
    return f"case when energy_type_code = '{kind}' and energy_gj > 0 then {value} end"


def per(unit: str, condition: str = "true") -> str:
    """GJ per unit of the items in this unit, as SQL."""
    return f"case when unit_code = '{unit}' and quantity > 0 and {condition} then energy_gj / quantity end"


DERIVED = {
    "items_of_company": "count(*) over (partition by tax_id, year)",
    "item_twice": "count(*) over (partition by tax_id, year, item_no)",
    "gj_per_gj": per("gj"),
    "gj_per_kwh": per("kwh"),
    "gj_per_m3_of_gas": per("m3", "fuel_code = 'natural_gas'"),
    "gj_per_kl_of_oil": per("kl", "energy_type_code = 'oil'"),
    "gj_per_t_of_coal": per("t", "energy_type_code = 'coal'"),
    "kg_per_kwh": of("electricity", "tco2e * 1000 / (energy_gj / 0.0036)"),
    "kg_per_gj_of_coal": of("coal", "tco2e * 1000 / energy_gj"),
    "kg_per_gj_of_gas": "case when fuel_code = 'natural_gas' and energy_gj > 0 then tco2e * 1000 / energy_gj end",
    "kg_per_gj_of_oil": of("oil", "tco2e * 1000 / energy_gj"),
    "renewable_tco2e": "case when energy_type_code = 'renewable_electricity' then tco2e end",
    "silent_gap": "((energy_gj is null or tco2e is null) <> (not_converted_reason is not null))::integer",
    "tonnes_without_heat": "(energy_gj is null and tco2e is not null)::integer",
    "biogenic_or_steam_tco2e": """(tco2e is not null
        and energy_type_code in ('biomass', 'waste', 'steam', 'mixed'))::integer""",
    "converted": "(energy_gj is not null)::integer",
    # "電力: 255.5 億度(約)" and "煤炭: 177098607 GJ"
    "tsmc_electricity_gj": """case when tax_id = '22099131' and year = 2024
        and item_text like '%255.5 億度%' then energy_gj end""",
    "china_steel_coal_tco2e": """case when tax_id = '30414175' and year = 2024
        and item_text like '%177098607 GJ%' then tco2e end""",
}

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.contains("energy_type_code", ["electricity", "coal", "gas", "oil", "steam"], "what plants burn and buy"),
    v.contains("unit_code", ["gj", "kwh", "m3", "kl", "t"], "the units items are stated in"),
    v.between("items_of_company", 1, 20, "a report names a handful of items"),
    v.between("item_twice", 1, 1, "items are numbered"),
    v.between("quantity", 0, None, "nobody uses less than nothing"),
    v.between("energy_gj", 0, 1e9, "less than a third of the nation's energy"),
    v.median_between("energy_gj", 1e4, 5e6, "MJ would be a thousand times as much"),
    v.between("gj_per_gj", 0.999999, 1.000001, "heat is heat"),
    v.between("gj_per_kwh", 0.0035999, 0.0036001, "3.6 MJ per kilowatt-hour"),
    v.between("gj_per_m3_of_gas", 0.03, 0.042, "natural gas, 30 to 42 MJ per cubic metre"),
    v.between("gj_per_kl_of_oil", 24, 43, "24 (LPG) to 43 MJ per litre"),
    v.between("gj_per_t_of_coal", 18, 31, "18 to 31 MJ per kilogram of coal and coke"),
    v.between("kg_per_kwh", 0.40, 0.60, "the grid of Taiwan: 0.474 kg in 2024"),
    v.between("kg_per_gj_of_coal", 90, 112, "94.6 kg CO2 for coal, 107 for coke"),
    v.between("kg_per_gj_of_gas", 55.5, 57, "56.1 kg CO2 for natural gas"),
    v.between("kg_per_gj_of_oil", 60, 100, "63.1 kg CO2 for LPG, 74.1 for diesel, 97.5 for petroleum coke"),
    v.between("renewable_tco2e", 0, 0, "renewable electricity has none in scope 2"),
    v.between("silent_gap", 0, 0, "what is not converted says why, and only that"),
    v.between("tonnes_without_heat", 0, 0, "emissions come from heat"),
    v.between("biogenic_or_steam_tco2e", 0, 0, "no factor is stated for biomass, waste, steam and mixtures"),
    v.between("converted", 1, 1, "nearly every item is in GJ", mostly=0.9),
    v.between("tsmc_electricity_gj", 91_980_000, 91_980_000, "25.55 TWh at 3.6 MJ"),
    v.between("china_steel_coal_tco2e", 1.67e7, 1.70e7, "177,098,607 GJ at 94.6 kg CO2, CH4 and N2O added"),
]
