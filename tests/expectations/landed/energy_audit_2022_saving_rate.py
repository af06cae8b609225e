"""Saving rates as printed: tables 2.3-2, 3.4 and 3.5-4 to 3.12-4."""

import vocabulary as v

TABLES = ["2.3-2", "3.4"] + [f"3.{n}-4" for n in range(5, 13)]

EXPECTATIONS = [
    v.row_count(100, "10 printed rows in each of ten tables"),
    v.codes("table_ref", TABLES, "the ten tables of saving rates"),
    v.printed_as("year", v.YEAR, "data years are 2012 to 2021"),
    *[v.printed_as(c, v.PERCENT, "rates are printed in percent") for c in (*v.FUELS, "total")],
    *[v.filled(c, 1, "no rate is empty") for c in (*v.FUELS, "total")],
]
