"""What a file says about itself: blank and constant columns, signs, digits, totals among rows.

Belongs here: a column of one file as a whole, against what the contract says of it. Does not:
single cells (cells.py), one column or file against another (agree.py, before.py).

What a contract does not say is the strict case: a column is filled in four fifths of the rows,
holds more than one value, and is never negative.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import duckdb

from orchestration.landing.contract import Column, Contract, Era
from orchestration.landing.ids import CHECKED
from orchestration.landing.rows import Rows

SMALL = 20  # rows; of fewer no share is worth a judgement
FEW = 3  # rows may always be wrong: a publisher errs here and there, a spoiled file throughout


class Fault(NamedTuple):
    """What is wrong with a file: of which check and column, and what was found."""

    check: str
    column: str
    found: str


def faults(
    contract: Contract, vintage: date, era: Era, rows: Rows, db: duckdb.DuckDBPyConnection
) -> Iterator[Fault]:
    """What is wrong with the columns of the table `file`, one after the other."""
    yield from _quarantined(contract, rows)
    yield from _newest(contract, vintage, rows)
    mapped = {target for targets in era.map.values() for target in targets}
    mapped |= set(contract.wide_values)
    columns = [column for name, column in contract.columns.items() if name in mapped]
    if rows.accepted_count < SMALL:
        return
    for column in columns:
        yield from _check_digits(column, rows)
    asked = ", ".join(_asked(column) for column in columns)
    answers = db.execute(f"select {asked} from file").fetchone()
    for column, answer in zip(columns, answers, strict=True):
        yield from _filled(contract, column, answer)
        if column.is_quantity and answer["filled"] >= SMALL:
            yield from _quantity(column, answer)
    yield from _total_rows(contract, columns, db)


def _quarantined(contract: Contract, rows: Rows) -> Iterator[Fault]:
    bad = len(rows.quarantined)
    if rows.landed >= SMALL and bad > max(FEW, contract.quarantined * rows.landed):
        column, _ = Counter(each["column_name"] for each in rows.quarantined).most_common(1)[0]
        first = next(each for each in rows.quarantined if each["column_name"] == column)
        yield Fault(
            "quarantined",
            "",
            f"{bad:,} of {rows.landed:,} rows would be quarantined, where at most"
            f" {contract.quarantined:.0%} may, most of them for column {column}:"
            f" row {first['reason'].split(', row ', 1)[-1].rstrip('.')}",
        )


def _newest(contract: Contract, vintage: date, rows: Rows) -> Iterator[Fault]:
    """No year is later than the file, and the newest of a series is as old as it always is."""
    series = contract.coverage or {}
    for column in contract.columns.values():
        if column.type not in ("year_roc", "year_ad"):
            continue
        years = {year for year in rows.accepted[column.name] if year is not None}
        if not years:
            continue
        least, most = 0, None
        if series.get("column") == column.name and rows.landed >= SMALL:
            least, most = series.get("newest", (0, None))
        newest, last = max(years), vintage.year - least
        first = last if most is None else vintage.year - most
        if newest > last or (most is not None and newest < first):
            wanted = f"{first} to {last}" if most is not None else f"at most {last}"
            yield Fault(
                "newest",
                column.name,
                f"the newest {column.name} is {newest}, and a file of {vintage} has {wanted}:"
                " the years may be shifted",
            )


def _check_digits(column: Column, rows: Rows) -> Iterator[Fault]:
    right = CHECKED.get(column.type)
    ids = sorted({each for each in rows.accepted[column.name] if each}) if right else []
    wrong = [each for each in ids if not right(each)]
    if len(wrong) > max(FEW, column.check_digit * len(ids)):
        yield Fault(
            "check_digit",
            column.name,
            f"{len(wrong):,} of {len(ids):,} {column.name} have a wrong check digit, for instance"
            f" {wrong[0]}; at most {column.check_digit:.0%} may",
        )


def _asked(column: Column) -> str:
    """The measures of a column, as one struct."""
    v = column.name
    asked = {"filled": f"count({v})", "still": f"min({v}) = max({v})", "value": f"min({v})"}
    if column.is_quantity:
        asked |= {
            "negative": f"count(*) filter ({v} < 0)",
            "not_zero": f"count(*) filter ({v} <> 0)",
            "tens": f"count(*) filter ({v} <> 0 and {v} % 10 = 0)",
            "fraction": f"count(*) filter ({v} <> trunc({v}))",
            "median": f"median(abs({v})) filter ({v} <> 0)" if column.median else "null",
        }
    measures = ", ".join(f"{name}: {sql}" for name, sql in {"n": "count(*)", **asked}.items())
    return f"{{{measures}}}"


def _filled(contract: Contract, column: Column, found: dict[str, Any]) -> Iterator[Fault]:
    name, filled, n = column.name, found["filled"], found["n"]
    if filled < column.filled * n:
        yield Fault(
            "filled",
            name,
            f"{name} is filled in {filled:,} of {n:,} rows; at least {column.filled:.0%} are",
        )
    if filled >= SMALL and found["still"] and not column.constant | (name in contract.one_period):
        yield Fault("constant", name, f"{name} is {found['value']} in all of {filled:,} rows")


def _quantity(column: Column, found: dict[str, Any]) -> Iterator[Fault]:
    name, filled, not_zero = column.name, found["filled"], found["not_zero"]
    if found["negative"] > max(FEW, column.negative * filled):
        yield Fault(
            "negative",
            name,
            f"{name} is below zero in {found['negative']:,} of {filled:,} rows; at most"
            f" {column.negative:.0%} are",
        )
    if not_zero < SMALL:
        return
    if found["tens"] > column.round * not_zero:
        yield Fault(
            "round",
            name,
            f"{found['tens']:,} of {not_zero:,} figures of {name} are whole tens; at most"
            f" {column.round:.0%} are: the unit may have slipped",
        )
    if found["fraction"] < column.fraction * not_zero:
        yield Fault(
            "fraction",
            name,
            f"{found['fraction']:,} of {not_zero:,} figures of {name} have decimals; at least"
            f" {column.fraction:.0%} do: they are rounded, or in another unit",
        )
    if column.median and not column.median[0] <= found["median"] <= column.median[1]:
        low, high = column.median
        yield Fault(
            "median",
            name,
            f"the median of {name} is {found['median']:,.6g}{_unit(column)}; it lies between"
            f" {low:,.6g} and {high:,.6g}",
        )


def _unit(column: Column) -> str:
    return f" {column.unit}" if column.unit else ""


def _total_rows(
    contract: Contract, columns: list[Column], db: duckdb.DuckDBPyConnection
) -> Iterator[Fault]:
    """A row whose figure is the sum of all others of its period is a total, whatever its name."""
    period = contract.period
    group = f"partition by {period}" if period else ""
    for column in columns:
        if column.type not in ("number", "money") or column.negative:
            continue
        v = column.name
        found = db.execute(
            f"select row_number, {v} from (select row_number, {v}, sum({v}) over ({group}) as s,"
            f" count(nullif({v}, 0)) over ({group}) as n from file)"
            f" where n >= {SMALL // 2} and abs(2 * {v} - s) <= 1e-7 * s limit 1"
        ).fetchone()
        if found:
            yield Fault(
                "total_row",
                v,
                f"row {found[0]} holds {found[1]:,.10g} in {v}, which is the sum of all other rows"
                f"{f' of its {period}' if period else ''}: a total is not a row",
            )
