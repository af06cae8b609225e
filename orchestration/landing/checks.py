"""What refuses a whole file although every row of it could be read.

Belongs here: pages, keys, periods, comparison with the vintage before. Does not: single cells.
Each function raises LandingRefused and returns nothing.
"""

from collections import Counter, defaultdict
from datetime import date
from typing import Any

from orchestration.errors import LandingRefused
from orchestration.landing.contract import Contract
from orchestration.landing.decisions import FILES, Accepted
from orchestration.landing.rows import Rows

NOTHING = "Nothing was loaded from it."


def counts(name: str, contract: Contract, landed: int, declared_total: int | None) -> None:
    """Rows are there, as many as the publisher says; without a total, the last page is not full."""
    if landed == 0:
        raise LandingRefused(
            f"{name}: a header and no rows; an empty answer is not data."
            f" Download it again. {NOTHING}"
        )
    if declared_total is not None and declared_total != landed:
        raise LandingRefused(
            f"{name}: the publisher declares a total of {declared_total:,} rows,"
            f" the file has {landed:,}."
            f" Fetch every page. {NOTHING}"
        )
    if declared_total is None and contract.page_size and landed % contract.page_size == 0:
        raise LandingRefused(
            f"{name}: {landed:,} rows is {landed // contract.page_size} full page(s)"
            f" of {contract.page_size:,}, so the file may be cut off at a page."
            f" Fetch the next page until one is short. {NOTHING}"
        )


def some_accepted(name: str, rows: Rows) -> None:
    """At least one row is what the contract says; a file without one is another dataset."""
    if not rows.accepted["row_number"]:
        reason = rows.quarantined[0]["reason"].removeprefix(f"{name}, ")
        raise LandingRefused(
            f"{name}: all {rows.landed:,} rows would be quarantined; the first: {reason} {NOTHING}"
        )


def unique_keys(name: str, contract: Contract, rows: Rows) -> None:
    """No key twice among the accepted rows; a repeated page is named as one.

    Own data has no key here: the models judge it.
    """
    if not contract.key:
        return
    first: dict[tuple, int] = {}
    again: list[tuple[int, int]] = []
    for key, number in zip(rows.keys(contract), rows.accepted["row_number"], strict=True):
        if key in first:
            again.append((first[key], number))
        else:
            first[key] = number
    if not again:
        return
    start, repeat = again[0]
    length = 1
    while length < len(again) and again[length] == (start + length, repeat + length):
        length += 1
    if length > 1:
        what = (
            f"rows {repeat}-{repeat + length - 1} repeat rows {start}-{start + length - 1}:"
            " a page was fetched twice, and another one may be missing."
            " Fetch it again with a fixed sort order."
        )
    else:
        shown = next(key for key, number in first.items() if number == start)
        key = ", ".join(f"{k} {value}" for k, value in zip(contract.key, shown, strict=True))
        what = (
            f"rows {start} and {repeat} have the same key ({key})."
            " Ask the publisher which one holds."
        )
    total = len(rows.accepted["row_number"])
    raise LandingRefused(
        f"{name}: {total:,} rows but {len(first):,} distinct keys; {what} {NOTHING}"
    )


def one_period(name: str, contract: Contract, rows: Rows) -> None:
    """The columns that name the period hold one value in the whole file."""
    if not contract.one_period:
        return
    periods = Counter(zip(*(rows.accepted[c] for c in contract.one_period), strict=True))
    if len(periods) > 1:
        found = "; ".join(
            f"{n:,} rows of {' '.join(map(str, period))}" for period, n in periods.most_common()
        )
        raise LandingRefused(
            f"{name}: two periods in one file ({'/'.join(contract.one_period)}: {found});"
            " expected one."
            f" Split the file or fetch the period again. {NOTHING}"
        )


def coverage(name: str, contract: Contract, rows: Rows) -> None:
    """Every year from the declared first one, or the file's, to its last one has rows."""
    if not contract.coverage:
        return
    column = contract.coverage["column"]
    years = set(rows.accepted[column])
    first = contract.coverage.get("every_year_from", min(years))
    absent = [y for y in range(first, max(years) + 1) if y not in years]
    if absent:
        raise LandingRefused(
            f"{name}: no row for {column} {', '.join(map(str, absent))}; expected every year"
            f" from {first} to {max(years)}."
            f" A part of the file is missing. {NOTHING}"
        )


def lost_keys(
    name: str,
    contract: Contract,
    vintage: date,
    rows: Rows,
    previous: list[dict[str, Any]],
    accepted: frozenset[Accepted],
) -> None:
    """No period that both vintages have loses more than the declared share of its keys.

    A `cumulative` dataset repeats its whole history, so there a period that is gone altogether has
    lost all of them.

    `previous` are the accepted rows of the vintage before; a quarantined row of this file is not
    lost.
    """
    rule = contract.key_loss
    if not rule or not previous:
        return
    period = rule.get("period")
    before: dict[Any, set[tuple]] = defaultdict(set)
    for row in previous:
        before[row[period] if period else None].add(tuple(row[k] for k in contract.key))
    at = contract.key.index(period) if period else None
    now = {key[at] if period else None for key in rows.keys_seen}
    for value in sorted(before.keys() if rule.get("cumulative") else before.keys() & now, key=str):
        lost = before[value] - rows.keys_seen
        if len(lost) > rule["limit"] * len(before[value]) and not any(
            a.covers(vintage, "key_loss", value) for a in accepted
        ):
            example = min(" ".join(map(str, key)) for key in lost)
            of = f"{period} {value}" if period else "the list"
            raise LandingRefused(
                f"{name}: {of} lost {len(lost):,} of {len(before[value]):,} keys"
                f" against the vintage before (for instance {example});"
                f" at most {rule['limit']:.0%} may go. Fetch it again;"
                f" if the publisher withdrew them, say so in seeds/quality/{FILES.name}"
                f" (dataset {contract.dataset}, vintage {vintage}, check key_loss). {NOTHING}"
            )


def sums(name: str, contract: Contract, rows: Rows) -> None:
    """Declared parts add up to their total in every row that has them all."""
    for rule in contract.sums:
        columns = [rows.accepted[column] for column in (*rule["parts"], rule["total"])]
        for number, (*parts, total) in zip(
            rows.accepted["row_number"], zip(*columns, strict=True), strict=True
        ):
            # 1e-6: binary fractions of printed decimals
            if None not in (*parts, total) and abs(sum(parts) - total) > rule["tolerance"] + 1e-6:
                raise LandingRefused(
                    f"{name}: row {number}: {' + '.join(rule['parts'])} is {sum(parts):,.4f},"
                    f" but {rule['total']} says {total:,.4f};"
                    f" at most {rule['tolerance']} apart."
                    f" A column is shifted or a figure is wrong: ask the publisher. {NOTHING}"
                )


def swapped_columns(
    name: str, contract: Contract, rows: Rows, previous: list[dict[str, Any]]
) -> None:
    """No column of quantities holds what another one held in the vintage before.

    Ten or more changed values, and more than half of the comparable ones, make a swap; a
    restatement does not look like that.
    """
    if len(contract.numbers) < 2 or not previous:
        return
    place = {key: i for i, key in enumerate(rows.keys(contract))}
    compared: Counter = Counter()
    taken: Counter = Counter()
    for row in previous:
        i = place.get(tuple(row[k] for k in contract.key))
        for column in contract.numbers if i is not None else ():
            value, before = rows.accepted[column][i], row[column]
            if not value or before is None:
                continue
            compared[column] += 1
            if value != before:
                taken.update(
                    (column, other)
                    for other in contract.numbers
                    if other != column and value == row[other]
                )
    for (column, other), count in sorted(taken.items()):
        if count >= 10 and count > compared[column] / 2:
            raise LandingRefused(
                f"{name}: column {column} holds what {other} held in the vintage before,"
                f" in {count:,} of {compared[column]:,} rows:"
                " the columns are swapped. Correct the mapping of the era in"
                f" landing/contracts/{contract.dataset}.yml. {NOTHING}"
            )
