"""Productivity and intensity as printed: table 1.2."""

import vocabulary as v

PRODUCTIVITIES = ("productivity", "industrial_productivity")
INTENSITIES = ("intensity", "industrial_intensity")

EXPECTATIONS = [
    v.row_count(14, "the rows 2008 to 2021"),
    v.printed_as("year", v.YEAR, "one row a year"),
    *[v.printed_as(c, v.ONE_DECIMAL, "TWD per liter, one decimal") for c in PRODUCTIVITIES],
    *[v.printed_as(c, v.TWO_DECIMALS, "liters per thousand TWD, two decimals") for c in INTENSITIES],
    *[v.filled(c, 1, "no cell of the table is empty") for c in (*PRODUCTIVITIES, *INTENSITIES)],
]
