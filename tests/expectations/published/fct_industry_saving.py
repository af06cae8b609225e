"""Reported savings: rarely above a tenth of what is used."""

import vocabulary as v

EXPECTATIONS = [
    v.row_count(400, "8 industries x 10 years x 5 fuels"),
    v.codes("industry_code", v.INDUSTRIES, "totals are never mixed with industries"),
    v.codes("fuel_code", v.FUELS, "the five printed fuels"),
    v.between("saved_quantity", 0, None, "a saving is not negative"),
    v.between("saved_gj", 0, 2e7, "an industry saves at most 20 PJ of a fuel in a year"),
    v.between("saving_rate_pct_reported", 0, 30, "no fuel is cut by a third in a year"),
    v.between("saving_rate_pct_recomputed", 0, 30, "no fuel is cut by a third in a year"),
    v.total_between("saved_quantity", 1.5e10, 3e10, "1.5 to 3 TWh a year", **v.where("fuel_code", "electricity")),
    v.median_between("saving_rate_pct_reported", 1, 3, "the duty is 1 %", **v.where("fuel_code", "electricity")),
    v.median_between("saving_rate_pct_recomputed", 1, 3, "the duty is 1 %", **v.where("fuel_code", "electricity")),
]
