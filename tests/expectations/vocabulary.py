"""Short names for what the suites ask: is this table plausible, whoever filled it, in any year?

Belongs here: ranges, distributions, completeness, balance. Does not: codes, keys, types and nulls
(dbt asks those of every row), worked numbers (ctl_worked_example), anything about one table only.

Ranges on single values are critical, distributions are warnings, unless a suite says otherwise.
A blank column fails whatever is asked of it, unless the suite says that it may be blank.
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
    """Every value lies in the range, or `mostly` of them."""
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


def median(column: str, low: float, high: float, reason: str, **more):
    """The median lies in the band."""
    return gxe.ExpectColumnMedianToBeBetween(
        column=column, min_value=low, max_value=high, description=reason, **_aggregate(**more)
    )


def mean(column: str, low: float | None, high: float | None, reason: str, **more):
    """The mean lies in the band; of a column of 0 and 1 that is a share."""
    return gxe.ExpectColumnMeanToBeBetween(
        column=column, min_value=low, max_value=high, description=reason, **_aggregate(**more)
    )


def _aggregate(*, severity: str = WARNING, may_be_blank: bool = False) -> dict:
    return {"severity": severity, "meta": {"may_be_blank": may_be_blank}}


def rows(low: int, high: int | None, reason: str, *, severity: str = WARNING):
    """The table has a plausible number of rows."""
    return gxe.ExpectTableRowCountToBeBetween(
        min_value=low, max_value=high, severity=severity, description=reason
    )


# -- SQL of derived columns that several landed files share --------------------------------------

SMALL = 50  # rows; of fewer no share is worth a judgement


def share_of(condition: str) -> str:
    """1 where the condition holds, else 0; blank in a small file. For `mean`."""
    return f"case when count(*) over () >= {SMALL} then coalesce({condition}, false)::integer end"


def is_filled(column: str) -> str:
    """1 where the cell is filled, else 0; blank in a small file. For `mean`."""
    return share_of(f"{column} is not null")


def alive(columns: str) -> dict[str, str]:
    """By column named in the text: 1 in rows that differ from the first row of the file."""
    return {
        f"{c}_varies": share_of(f"{c} is distinct from first_value({c}) over ()")
        for c in columns.split()
    }


def are_alive(columns: str) -> list:
    """None of the columns that the text names is blank or stands still."""
    why = "the publisher fills this column"
    return [mean(f"{c}_varies", 1e-9, None, why, may_be_blank=True) for c in columns.split()]


def is_steady(value: str, key: str, year: str = "year") -> str:
    """1 where a value lies between half and double of the year before of the same key, else 0.

    Values that slipped by a row, or a year in another unit, break it.
    """
    before = f"lag({value}) over (partition by {key} order by {year})"
    return f"""case when {before} > 0 and {value} > 0
        then ({value} / {before} between 0.5 and 2)::int end"""


def is_tax_id(column: str) -> str:
    """1 where a tax id carries its check digit (divisible by 5 since 2023), else 0."""
    products = [f"substr({column}, {i}, 1)::int * {w}" for i, w in enumerate(WEIGHTS, 1)]
    total = " + ".join(f"({p}) // 10 + ({p}) % 10" for p in products)
    return f"""case when regexp_matches({column}, '^[0-9]{{8}}$') then (({total}) % 5 = 0
        or substr({column}, 7, 1) = '7' and ({total} + 1) % 5 = 0)::int
        when {column} is not null then 0 end"""


WEIGHTS = (1, 2, 1, 2, 1, 2, 4, 1)  # rule of the Ministry of Finance
