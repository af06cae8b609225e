"""Bands of the quick estimate. Looks for a gap below the first band and for bounds that say themselves law."""

import vocabulary as v

DERIVED = {"bound": "minimum_ratio"}

EXPECTATIONS = [
    v.codes("place_code", ["below_half", "half_to_average", "average_to_double", "double_and_more"], "four bands"),
    v.codes("bound", [0, 0.5, 1, 2], "from nothing on, half, the average, twice the average"),
    v.codes("confidence", ["assumption"], "our own bands"),
]
