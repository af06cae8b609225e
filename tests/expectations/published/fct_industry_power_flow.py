"""Electricity by end use: shares of 100, kilowatt-hours that follow them."""

import vocabulary as v

EXPECTATIONS = [
    v.row_count(720, "8 industries x 10 years x 9 end uses"),
    v.codes("industry_code", v.INDUSTRIES, "totals are never mixed with industries"),
    v.codes("end_use_code", v.END_USES, "the nine printed end uses"),
    v.between("share_pct", 0, 100, "percent of the industry's electricity"),
    v.total_between("share_pct", 7960, 8040, "80 rows of nine shares that add up to 100"),
    v.between("electricity_kwh", 0, 6e10, "no end use exceeds the largest industry"),
    v.total_between("electricity_kwh", 1.2e12, 1.5e12, "the electricity of all industries"),
    v.median_between("share_pct", 45, 75, "machines take about half", **v.where("end_use_code", "process_power")),
    v.median_between("share_pct", 1, 5, "lighting is minor", **v.where("end_use_code", "lighting")),
]
