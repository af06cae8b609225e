"""National energy and GDP as printed: table 1.1, whose growth rates carry no sign."""

import vocabulary as v

LEVELS = ("energy", "gdp", "industrial_energy", "industrial_gdp")
GROWTHS = tuple(f"{level}_growth" for level in LEVELS)
SHARES = ("industrial_energy_share", "industrial_gdp_share")

EXPECTATIONS = [
    v.row_count(14, "the rows 2008 to 2021"),
    v.printed_as("year", v.YEAR, "one row a year"),
    *[v.printed_as(c, v.WHOLE, "levels are printed without decimals") for c in LEVELS],
    *[v.printed_as(c, v.TWO_DECIMALS, "no growth rate has a printed sign") for c in GROWTHS],
    *[v.printed_as(c, v.ONE_DECIMAL, "shares have one decimal") for c in SHARES],
    *[v.filled(c, 1, "no cell of the table is empty") for c in (*LEVELS, *GROWTHS, *SHARES)],
]
