"""The registry of plants. Looks for kilograms, slipped values, lost plants and digits."""

import vocabulary as v

COLUMNS = """
    year control_no facility_name tax_id direct_tco2e indirect_tco2e total_tco2e county_name
    industry_name
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "gap": "direct_tco2e + indirect_tco2e - total_tco2e",
    "steady": v.is_steady("total_tco2e", "control_no"),
    "steady_direct": v.is_steady("direct_tco2e", "control_no"),
    "year_mt": """case when count(*) over () >= 1000
        then sum(total_tco2e) over (partition by year) / 1e6 end""",
    "has_direct": v.is_filled("direct_tco2e"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.balanced("gap", 5, "direct and indirect make the total", mostly=0.98),
    v.mean("has_direct", 0.9, None, "plants state both", may_be_blank=True),
    v.between("total_tco2e", 0, 6e7, "tonnes of one plant"),
    v.median("total_tco2e", 2e4, 2e6, "tonnes of a typical plant", severity="critical"),
    *[
        v.mean(
            name,
            0.8,
            None,
            "a plant emits much as the year before",
            severity="critical",
            may_be_blank=True,
        )
        for name in ("steady", "steady_direct")
    ],
    v.between("year_mt", 150, 400, "million tonnes of a year", may_be_blank=True),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.between("year", 2005, 2100, "AD years"),
]
