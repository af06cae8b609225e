"""Energy items. Looks for units read wrongly and factors of another fuel."""

import vocabulary as v


def of(kind: str, value: str) -> str:
    """The value of items of one energy type, as SQL."""
    return f"case when energy_type_code = '{kind}' and energy_gj > 0 then {value} end"


DERIVED = {
    "kg_per_kwh": of("electricity", "tco2e * 1000 / (energy_gj / 0.0036)"),
    "kg_per_gj_of_coal": of("coal", "tco2e * 1000 / energy_gj"),
    "kg_per_gj_of_oil": of("oil", "tco2e * 1000 / energy_gj"),
    "gj_per_m3_of_gas": """case when unit_code = 'm3' and fuel_code = 'natural_gas'
        and quantity > 0 then energy_gj / quantity end""",
    "converted": "(energy_gj is not null)::integer",
}

EXPECTATIONS = [
    v.between("quantity", 0, None, "nobody uses less than nothing"),
    v.between("energy_gj", 0, 1e9, "a third of the nation's energy"),
    v.median("energy_gj", 5e3, 1e7, "MJ would be a thousand times as much"),
    v.between("kg_per_kwh", 0.2, 0.7, "grids between gas and coal"),
    v.between("kg_per_gj_of_coal", 80, 120, "coal and coke"),
    v.between("kg_per_gj_of_oil", 55, 110, "from LPG to petroleum coke"),
    v.between("gj_per_m3_of_gas", 0.03, 0.045, "30 to 45 MJ per cubic metre", may_be_blank=True),
    v.mean("converted", 0.8, None, "nearly every item is in GJ"),
]
