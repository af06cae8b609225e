"""Totals of all audited users as printed: table 3.1, ten years and their mean."""

import vocabulary as v

COUNTS = ("user_count", "electricity")
AMOUNTS = ("total", "electricity_saved")
RATES = ("manufacturing_share", "saving_rate", "electricity_saving_rate")

EXPECTATIONS = [
    v.row_count(11, "2012 to 2021 and the printed mean"),
    v.printed_as("year", v.YEAR, "a data year, or nothing in the row of the mean"),
    v.filled("year", 10 / 11, "only the mean has no year"),
    *[v.printed_as(c, v.WHOLE, "printed without decimals") for c in COUNTS],
    *[v.printed_as(c, v.ONE_DECIMAL, "printed with one decimal") for c in AMOUNTS],
    *[v.printed_as(c, v.PERCENT, "printed in percent") for c in RATES],
    *[v.filled(c, 1, "no cell of these columns is empty") for c in (*COUNTS, *AMOUNTS, *RATES)],
]
