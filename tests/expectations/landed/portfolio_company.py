"""Companies of a portfolio of one's own. Looks for an empty column of numbers.

Cells are judged row by row in dbt.
"""

import vocabulary as v

EXPECTATIONS = [
    v.rows(1, 1_000_000, "a file has rows"),
    v.filled("ghg_s1s2", 0.5, "most rows state it", severity="warning"),
]
