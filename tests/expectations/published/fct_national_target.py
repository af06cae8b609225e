"""National targets. Looks for ratios in the place of per cent, and a range turned round."""

import vocabulary as v

DERIVED = {
    "range_width": "target_upper_tco2e - target_lower_tco2e",
    "ndc_2030": "case when target_key = 'ndc_2024:2030' then reduction_pct end",
}

EXPECTATIONS = [
    v.row_count(7, "seven editions and years"),
    v.between("reduction_pct", 2, 100, "per cent"),
    v.between("range_width", 0, 2e7, "the upper bound is above the lower"),
    v.between("ndc_2030", 28, 28, "28 +-2 % below 2005"),
]
