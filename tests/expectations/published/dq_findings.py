"""Findings. Looks for a rule that fires on everything."""

import great_expectations.expectations as gxe

from orchestration.checks import vocabulary as v

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=1, max_value=5_000, severity="warning", description="a rule that finds thousands finds nothing"
    ),
    v.printed_as("rule_code", r"^DQ\d\d$", "a data-quality rule"),
    v.filled("explanation", 1, "a finding says what was found"),
]
