"""Short names for expectations that many suites state.

Belongs here: shapes of printed text, and the codes shared by the tables of the yearbook.
Does not: anything about one table only (the suites).
"""

import great_expectations.expectations as gxe
from great_expectations.expectations.row_conditions import Column

WHOLE = r"^\d{1,3}(?:,\d{3})*$"
ONE_DECIMAL = r"^\d{1,3}(?:,\d{3})*\.\d$"
TWO_DECIMALS = r"^\d{1,3}(?:,\d{3})*\.\d\d$"
NUMBER = r"^\d{1,3}(?:,\d{3})*(?:\.\d+)?$"
PERCENT = r"^(?:\d{1,2}(?:\.\d)?|100)%$"
YEAR = r"^20\d\d$"

FUELS = ("electricity", "fuel_oil", "lpg", "natural_gas", "steam_coal")
END_USES = (
    *("process_power", "air_conditioning", "air_compressors", "refrigeration"),
    *("wastewater_treatment", "electric_heating", "lighting", "dust_collection", "other"),
)
INDUSTRIES = (
    *("electronics", "chemicals", "basic_metals", "non_metallic_minerals"),
    *("textiles", "paper", "other_industries", "energy_sector"),
)


def row_count(value: int, reason: str):
    """The table has exactly as many rows as the source prints."""
    return gxe.ExpectTableRowCountToEqual(value=value, severity="critical", description=reason)


def codes(column: str, values, reason: str):
    """The column holds all of these codes and no other."""
    return gxe.ExpectColumnDistinctValuesToEqualSet(
        column=column, value_set=list(values), severity="critical", description=reason
    )


def contains(column: str, values, reason: str):
    """The column holds at least these codes; a dimension may grow."""
    return gxe.ExpectColumnDistinctValuesToContainSet(
        column=column, value_set=list(values), severity="critical", description=reason
    )


def printed_as(column: str, shape: str, reason: str):
    """Every filled cell is text of this shape."""
    return gxe.ExpectColumnValuesToMatchRegex(column=column, regex=shape, severity="critical", description=reason)


def filled(column: str, share: float, reason: str):
    """Exactly this share (0-1) of the cells is filled."""
    return gxe.ExpectColumnProportionOfNonNullValuesToBeBetween(
        column=column,
        min_value=share - 1e-9,
        max_value=share + 1e-9,
        severity="critical",
        description=reason,
    )


def between(column: str, low: float | None, high: float | None, reason: str, **more):
    """Every value lies in the range; critical unless `severity` says otherwise."""
    return gxe.ExpectColumnValuesToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        description=reason,
        **{"severity": "critical", **more},
    )


def median_between(column: str, low: float, high: float, reason: str, **more):
    """The median lies in the band; a warning, because a distribution may shift for good reason."""
    return gxe.ExpectColumnMedianToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        description=reason,
        **{"severity": "warning", **more},
    )


def total_between(column: str, low: float, high: float, reason: str, **more):
    """The sum lies in the band; critical unless `severity` says otherwise."""
    return gxe.ExpectColumnSumToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        description=reason,
        **{"severity": "critical", **more},
    )


def where(column: str, value: str) -> dict:
    """Keyword argument that restricts an expectation to the rows of one code."""
    return {"row_condition": Column(column) == value}
