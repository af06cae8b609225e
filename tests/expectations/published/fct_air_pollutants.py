"""Air pollutants. Looks for a file that was taken in twice. Empty in the embedded default."""

import great_expectations.expectations as gxe

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=0,
        max_value=200_000,
        severity="critical",
        description="some 40,000 company, year and pollutant rows since 2009",
    ),
]
