"""Temperature scores of companies. Looks for scores off the scale and defaults everywhere."""

import vocabulary as v

DERIVED = {
    "score": "temperature_score::double",
    "own_score": "case when not is_default then temperature_score::double end",
    "ambition_gained": "used_ambition_ratio - stated_ambition_ratio",
}

EXPECTATIONS = [
    v.between("score", 0, 6, "degrees Celsius"),
    v.between("annual_reduction_pct", -20, 100, "per cent a year"),
    v.between("ambition_gained", None, 1e-9, "coverage only takes ambition away"),
    v.median("own_score", 0.5, 3.2, "targets keep most companies below the default"),
    v.mean("default_ratio", 0.1, 0.99, "many boxes have no target, and some do"),
]
