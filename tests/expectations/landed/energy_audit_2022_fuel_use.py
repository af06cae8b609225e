"""Energy use as printed: table 2.1 (10 rows) and tables 3.5-1 to 3.12-1 (8 industries x 10 years)."""

import vocabulary as v

TABLES = ["2.1"] + [f"3.{n}-1" for n in range(5, 13)]

EXPECTATIONS = [
    v.row_count(90, "10 printed rows in chapter 2, 80 in chapter 3"),
    v.codes("table_ref", TABLES, "the nine tables of energy use"),
    v.printed_as("year", v.YEAR, "data years are 2012 to 2021"),
    v.printed_as("user_count", v.WHOLE, "a count of firms"),
    *[v.printed_as(fuel, v.WHOLE, "quantities are printed without decimals") for fuel in v.FUELS],
    v.printed_as("total", v.ONE_DECIMAL, "10^4 kiloliters of oil equivalent, one decimal"),
    v.printed_as("share", v.PERCENT, "share of all users, chapter 2 only"),
    *[v.filled(c, 1, "no cell of these columns is empty") for c in ("user_count", *v.FUELS, "total")],
    v.filled("share", 10 / 90, "only chapter 2 prints shares"),
]
