"""Coverage. Looks for data sets that nearly nobody is in."""

import vocabulary as v

EXPECTATIONS = [
    v.mean("coverage_ratio", 0.5, None, "most of what is known is there"),
]
