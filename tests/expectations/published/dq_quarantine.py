"""Rows that are not used. Looks for one fault that fills the quarantine."""

import vocabulary as v

MAY_BE_EMPTY = "nothing is quarantined in the embedded default"

EXPECTATIONS = [v.rows(0, 20_000, "a few rows of a file, not most of it")]
