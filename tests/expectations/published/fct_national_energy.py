"""National series in long form, each value with the basis it stands on."""

import great_expectations.expectations as gxe
import vocabulary as v

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=200,
        max_value=400,
        severity="critical",
        description="14 years x 14 measures + 3.1",
    ),
    v.between("year", 2007, 2021, "the printed years, and 2007 for columns one year late"),
    v.contains("value_basis", ["as_printed", "corrected_year", "corrected_sign"], "faults are stated"),
]
