"""Printed totals by industry, and totals rebuilt from the fuels."""

import vocabulary as v

DERIVED = {"usable_gap_ratio": "case when is_rebuildable then rebuild_gap_ratio end"}

EXPECTATIONS = [
    v.row_count(80, "8 industries x 10 years"),
    v.codes("industry_code", v.INDUSTRIES, "totals are never mixed with industries"),
    v.codes("year", range(2012, 2022), "the printed years"),
    v.between("reported_total_10k_kloe", 50, 1000, "an industry uses 0.5 to 10 million kloe a year"),
    v.total_between("reported_total_gj", 9e9, 1.1e10, "about 1 EJ a year in ten years"),
    v.between("rebuilt_total_gj", 1e7, 3e9, "fuels of an industry, power plants included"),
    v.between("usable_gap_ratio", -0.02, 0.02, "where fuels rebuild the total, they do within 2 %"),
    v.between("user_count", 20, 2000, "large users of an industry"),
    v.median_between("rebuild_gap_ratio", -0.2, 0.5, "half of the totals nearly rebuild"),
]
