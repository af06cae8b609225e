"""Lines of the inventory. Looks for kilograms in the place of tonnes, and other units."""

import vocabulary as v

DERIVED = {
    "grid_kg_per_kwh": """case when activity_item_code = 'grid_electricity' and unit_code = 'kwh'
        then factor_value end""",
    "weighed_twice": """tco2e + biogenic_tco2e + outside_tco2e - emitted_t * gwp_ratio""",
    "greenhouse": "case when gas_code in ('co2', 'co2e') then gwp_ratio end",
}

EXPECTATIONS = [
    v.between("gwp_ratio", 0, 40_000, "from carbon dioxide to sulphur hexafluoride"),
    v.between("greenhouse", 1, 1, "carbon dioxide is the unit"),
    v.between("tco2e", 0, 1e8, "tonnes of one activity", severity="warning"),
    v.between("grid_kg_per_kwh", 0.2, 0.8, "kg, not g", severity="warning", may_be_blank=True),
    v.balanced("weighed_twice", 1, "a tonne counts, is biogenic or lies outside", mostly=0.95),
    v.mean("data_quality_score_count", 1, 27, "a product of three classes of three"),
]
