"""Penalties. Looks for thousands of dollars in the place of dollars and days that were not read."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no penalties"

DERIVED = {"dated": "(penalty_date is not null)::integer"}

EXPECTATIONS = [
    v.between("penalty_twd", 0, 1e9, "the highest fines are of 100 million"),
    v.median("penalty_twd", 500, 5e6, "dollars, not thousands"),
    v.mean("dated", 0.5, None, "most days are read"),
    v.between("year", 1980, 2100, "AD years", may_be_blank=True),
]
