"""Radar scores. Looks for ratios in the place of per cent and scores that say nothing."""

import vocabulary as v

DERIVED = {
    "share_pct": "case when axis_code like 'renewable%' then value end",
    "reduction_pct": "case when axis_code = 'absolute_target_2030' then value end",
}

EXPECTATIONS = [
    v.between("share_pct", 0, 100, "per cent of the electricity"),
    v.median("share_pct", 0.5, 60, "a ratio in the place of per cent would be below 0.5"),
    v.between("reduction_pct", None, 100, "nobody takes out more than all"),
    v.between("reduction_pct", -100, 100, "a reduction by 2030", mostly=0.9, severity="warning"),
    v.mean("score", 0.2, 2.5, "most companies need work, and not all do"),
    v.filled("score", 0.2, "a good part of the companies has a report"),
]
