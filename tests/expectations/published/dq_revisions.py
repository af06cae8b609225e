"""Restated values. Looks for a vintage that is another series."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has one vintage of everything"

EXPECTATIONS = [v.rows(0, 10_000, "publishers restate few values a year")]
