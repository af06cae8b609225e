"""Printed totals by industry beside totals rebuilt from the fuels. Looks for wrong units."""

import vocabulary as v

DERIVED = {"usable_gap_ratio": "case when is_rebuildable then rebuild_gap_ratio end"}

EXPECTATIONS = [
    v.between("reported_total_gj", 1e7, 3e9, "an industry uses 0.01 to 3 EJ a year"),
    v.between("rebuilt_total_gj", 1e6, 5e9, "fuels of an industry, power plants included"),
    v.between("usable_gap_ratio", -0.1, 0.1, "where fuels rebuild the total, they come near it"),
    v.between("user_count", 5, 10_000, "large users of an industry"),
    v.median("rebuild_gap_ratio", -0.3, 0.6, "half of the totals nearly rebuild"),
]
