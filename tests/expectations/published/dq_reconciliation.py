"""Printed figures against what they derive from. Looks for a book that suddenly disagrees."""

import vocabulary as v

DERIVED = {
    "is_match": "(verdict = 'match')::integer",
    "is_mismatch": "(verdict = 'mismatch')::integer",
    "off_by_tolerances": """case when verdict <> 'mismatch'
        then abs(difference) / nullif(tolerance, 0) end""",
}

EXPECTATIONS = [
    v.rows(1_000, None, "every derived figure of the book", severity="critical"),
    v.between("tolerance", 0, None, "from the printed precision"),
    v.between("off_by_tolerances", 0, 3.001, "what is far off is called a mismatch"),
    v.mean("is_match", 0.4, None, "most figures agree", severity="critical"),
    v.mean(
        "is_mismatch", None, 0.3, "more faults than known so far: look whether ours is the error"
    ),
]
