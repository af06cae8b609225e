"""Electricity by end use as printed: tables 2.2, 3.2 and 3.5-2 to 3.12-2."""

import vocabulary as v

TABLES = ["2.2", "3.2"] + [f"3.{n}-2" for n in range(5, 13)]

EXPECTATIONS = [
    v.row_count(100, "10 printed rows in each of ten tables"),
    v.codes("table_ref", TABLES, "the ten tables of electricity by end use"),
    v.printed_as("year", v.YEAR, "data years are 2012 to 2021"),
    *[v.printed_as(use, v.PERCENT, "shares are printed in percent") for use in v.END_USES],
    *[v.filled(use, 1, "no share is empty") for use in v.END_USES],
]
