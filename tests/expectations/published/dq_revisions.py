"""Restated values. Looks for a vintage that is another series. Empty in the embedded default."""

import great_expectations.expectations as gxe

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=0, max_value=2_000, severity="warning", description="publishers restate a handful of values a year"
    ),
]
