"""Radar by industry. Looks for means off the scale."""

import vocabulary as v

EXPECTATIONS = [
    v.mean("avg_score", 0.1, 2.5, "no axis is beyond all, and none is met by all"),
    v.between("company_count", 1, 2_000, "companies of one industry"),
]
