"""Industry totals. Looks for a wrong unit and for the large manufacturers."""

import vocabulary as v

DERIVED = {
    "total_mt": "total_tco2e / 1e6",
}

EXPECTATIONS = [
    v.between("total_mt", 0, 200, "million tonnes of an industry"),
    v.contains(
        "industry_code",
        ["petrochemicals", "iron_and_steel", "semiconductors", "cement"],
        "the four largest manufacturers",
    ),
]
