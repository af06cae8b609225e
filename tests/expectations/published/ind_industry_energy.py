"""Indicators of the industries. Looks for ratios in the place of per cent."""

import vocabulary as v

EXPECTATIONS = [
    v.between("saving_rate_pct", 0, 20, "a yearly saving rate"),
    v.median("saving_rate_pct", 0.3, 4, "per cent, not a ratio"),
    v.between("electricity_share_pct", 1, 100, "per cent of the industry's energy"),
    v.median("electricity_share_pct", 15, 90, "per cent, not a ratio"),
    v.between("tco2e_per_user", 500, 3e7, "from a mill to a power plant"),
    v.median("tco2e_per_user", 5e3, 5e5, "a typical large user"),
]
