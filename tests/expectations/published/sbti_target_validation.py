"""Targets against the criteria. Looks for ratios in the place of per cent."""

import vocabulary as v

EXPECTATIONS = [
    v.between("reduction_pct", 0, 100, "per cent", mostly=0.98),
    v.median("reduction_pct", 5, 100, "a ratio would be below 1"),
    v.between("base_year", 1990, 2100, "a year"),
    v.between("target_year", 2000, 2100, "a year"),
    v.varied("result", 2, "some criteria are met, and some are not"),
]
