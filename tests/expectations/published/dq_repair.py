"""Repairs by file, rule and column. Looks for a rule that fires in every column."""

import great_expectations.expectations as gxe

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=0, max_value=2_000, severity="warning", description="a few kinds of repair per file"
    ),
]
