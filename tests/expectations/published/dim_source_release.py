"""Documents and files. Looks for releases without rows or licence."""

import vocabulary as v

EXPECTATIONS = [
    v.between("row_count", 0, None, "a release that is not in use holds none"),
    v.filled("licence", 0.9, "a licence, or that none is stated", severity="warning"),
    v.median("row_count", 5, 1e6, "a release has rows"),
]
