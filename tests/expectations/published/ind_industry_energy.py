"""Indicators of the eight industries."""

import vocabulary as v

EXPECTATIONS = [
    v.row_count(80, "8 industries x 10 years"),
    v.codes("industry_code", v.INDUSTRIES, "totals are never mixed with industries"),
    v.between("saving_rate_pct", 0, 10, "a yearly saving rate"),
    v.median_between("saving_rate_pct", 0.8, 2.0, "the duty is 1 %"),
    v.between("avg_annual_saving_rate_pct_since_2015", 0, 5, "an average evens out single years"),
    v.between("electricity_share_pct", 5, 100, "percent of the industry's energy"),
    v.total_between("tco2e", 2.0e9, 3.0e9, "200 to 300 Mt a year, coal of power plants included"),
    v.between("tco2e_per_user", 1e3, 1e7, "from a mill to a power plant"),
    v.median_between("tco2e_per_user", 1e4, 2e5, "a typical large user"),
]
