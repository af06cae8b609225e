"""Matches of names. Looks for a list of companies that is missing: then nearly nobody is known."""

import vocabulary as v

DERIVED = {"is_known": "(tax_id is not null)::integer"}

EXPECTATIONS = [
    v.mean("is_known", 0.3, 1, "many companies of the dashboard are on the markets of Taiwan"),
]

MAY_BE_EMPTY = "the embedded default has no dashboard"
