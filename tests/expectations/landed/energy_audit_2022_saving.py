"""Reported savings as printed: tables 2.3-1, 3.3 and 3.5-3 to 3.12-3."""

import vocabulary as v

TABLES = ["2.3-1", "3.3"] + [f"3.{n}-3" for n in range(5, 13)]

EXPECTATIONS = [
    v.row_count(100, "10 printed rows in each of ten tables"),
    v.codes("table_ref", TABLES, "the ten tables of reported savings"),
    v.printed_as("year", v.YEAR, "data years are 2012 to 2021"),
    v.printed_as("annual_benefit", v.NUMBER, "thousand TWD in chapter 2, 10^8 TWD in chapter 3"),
    v.printed_as("investment", v.NUMBER, "thousand TWD in chapter 2, 10^8 TWD in chapter 3"),
    *[v.printed_as(fuel, v.WHOLE, "quantities are printed without decimals") for fuel in v.FUELS],
    v.printed_as("total", v.ONE_DECIMAL, "10^4 kiloliters of oil equivalent, one decimal"),
    *[v.filled(c, 1, "no cell of these columns is empty") for c in ("investment", *v.FUELS)],
    v.filled("total", 10 / 100, "only chapter 2 prints a total"),
]
