"""Rows that are not used. Looks for a file of which most was quarantined. Empty in the embedded default."""

import great_expectations.expectations as gxe

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=0,
        max_value=2_000,
        severity="critical",
        description="more than 2,000 rows is a layout that changed, not bad rows",
    ),
]
