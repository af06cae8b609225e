"""The tornado. Looks for a ranking that is not one."""

import vocabulary as v

DERIVED = {
    "range_error": "range_tco2e - abs(at_high_change_tco2e - at_low_change_tco2e)",
    "step_up": "range_tco2e - lag(range_tco2e) over (order by sort_order)",
}

EXPECTATIONS = [
    v.balanced("range_error", 0.001, "between low and high"),
    v.between("step_up", None, 0, "the most influential first"),
    v.between("range_tco2e", 0, 2e7, "less than homes emit"),
]
