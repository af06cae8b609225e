"""Rows that are not used. Looks for a file of which most was quarantined. Empty in the embedded default."""

import great_expectations.expectations as gxe

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=0,
        max_value=1_000_000,
        severity="critical",
        description="own files may be wrong throughout; published ones stay below 2,000 rows (a dbt test)",
    ),
]
