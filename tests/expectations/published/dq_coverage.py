"""Coverage. Looks for a year that is called complete without its plants."""

import vocabulary as v

DERIVED = {"complete_ratio": "case when is_complete then coverage_ratio end"}

EXPECTATIONS = [
    v.between("coverage_ratio", 0, 1, "never more than any vintage had"),
    v.between("complete_ratio", 0.98, 1, "what is complete has 98 %"),
]
