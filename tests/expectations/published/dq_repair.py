"""Repairs by file, rule and column. Looks for a rule that fires in every cell."""

import vocabulary as v

MAY_BE_EMPTY = "nothing is repaired in the embedded default"

EXPECTATIONS = [
    v.rows(0, 5_000, "a few kinds of repair per file"),
    v.median("repair_count", 1, 20_000, "repairs are exceptions"),
]
