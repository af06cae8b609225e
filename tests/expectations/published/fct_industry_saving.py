"""Reported savings. Looks for savings of the size of the use."""

import vocabulary as v

EXPECTATIONS = [
    v.between("saved_gj", 0, 5e7, "an industry saves less than 50 PJ of a fuel in a year"),
    v.between("saving_rate_pct_reported", 0, 50, "no fuel is cut by half in a year"),
    v.between("saving_rate_pct_recomputed", 0, 50, "no fuel is cut by half in a year"),
    v.median("saving_rate_pct_recomputed", 0.1, 5, "per cent a year, not a ratio"),
]
