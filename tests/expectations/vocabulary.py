"""Short names for what the suites ask: is this table plausible, whoever filled it, in any year?

Belongs here: ranges, distributions, completeness, balance. Does not: codes, keys, types and nulls
(dbt asks those of every row), worked numbers (ctl_worked_example), anything about one table only.

Ranges on single values are critical, distributions are warnings, unless a suite says otherwise.
"""

import great_expectations.expectations as gxe

CRITICAL, WARNING = "critical", "warning"


def between(
    column: str,
    low: float | None,
    high: float | None,
    reason: str,
    *,
    mostly: float = 1,
    severity: str = CRITICAL,
    may_be_blank: bool = False,
):
    """Every value lies in the range, or `mostly` of them; a blank column fails unless it may be."""
    return gxe.ExpectColumnValuesToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        mostly=mostly,
        severity=severity,
        description=reason,
        meta={"may_be_blank": may_be_blank},
    )


def balanced(column: str, tolerance: float, reason: str, *, mostly: float = 1, **more):
    """A difference of parts and whole that is zero, but for rounding."""
    return between(column, -tolerance, tolerance, reason, mostly=mostly, **more)


def filled(column: str, share: float, reason: str, *, severity: str = CRITICAL):
    """At least this share (0-1) of the cells is filled."""
    return gxe.ExpectColumnProportionOfNonNullValuesToBeBetween(
        column=column, min_value=share, severity=severity, description=reason
    )


def varied(column: str, values: int, reason: str, *, severity: str = CRITICAL):
    """At least so many different values: a column that stands still was not read."""
    return gxe.ExpectColumnUniqueValueCountToBeBetween(
        column=column, min_value=values, severity=severity, description=reason
    )


def distinct(column: str, share: float, reason: str, *, severity: str = WARNING):
    """At least this share (0-1) of the filled values are different ones."""
    return gxe.ExpectColumnProportionOfUniqueValuesToBeBetween(
        column=column, min_value=share, severity=severity, description=reason
    )


def median(column: str, low: float, high: float, reason: str, *, severity: str = WARNING):
    """The median lies in the band."""
    return gxe.ExpectColumnMedianToBeBetween(
        column=column, min_value=low, max_value=high, severity=severity, description=reason
    )


def mean(column: str, low: float | None, high: float | None, reason: str, **more):
    """The mean lies in the band; of a column of 0 and 1 that is a share."""
    return gxe.ExpectColumnMeanToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        description=reason,
        **{"severity": WARNING, **more},
    )


def rows(low: int, high: int | None, reason: str, *, severity: str = WARNING):
    """The table has a plausible number of rows."""
    return gxe.ExpectTableRowCountToBeBetween(
        min_value=low, max_value=high, severity=severity, description=reason
    )
