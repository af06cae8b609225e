"""National targets. Looks for ratios in the place of per cent, and a range turned round."""

import vocabulary as v

DERIVED = {"range_width": "target_upper_tco2e - target_lower_tco2e"}

EXPECTATIONS = [
    v.between("reduction_pct", 1, 100, "per cent"),
    v.between("range_width", 0, 5e7, "the upper bound is above the lower"),
]
