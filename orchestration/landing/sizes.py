"""Whether the values of a file are of the size they were: against the vintage before, key by key.

Belongs here: the measures that `sizes` of a contract limits, and the sentence when one is broken.
Does not: keys that are gone (checks.py), plausibility of single figures (the gate).

    sizes:
      columns: [total_tco2e]        # every column of numbers where left out
      same: {changed: 0.3, median: 0.02, total: 0.05, largest: 10, factor: 10}
      next: {median: 0.5, total: 0.5, largest: 3, factor: 100}

`same` compares a period that both vintages have, `next` a period that is new with the newest one
before it, in this file or else in the vintage before. `changed` is the share of values that may
differ, `median` how far the median ratio of new to old may be from 1, `total` how far the sum may
move, `largest` how many of the largest keys must be there, `factor` how many times larger or
smaller a value may become that makes a thousandth of the total or more.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa

from orchestration.errors import LandingRefused
from orchestration.landing.checks import NOTHING
from orchestration.landing.contract import Contract
from orchestration.landing.decisions import FILES, Accepted
from orchestration.landing.rows import Rows
from orchestration.landing.store import arrow_type

HEAVY = 0.001  # of the total: below it a jump of one value says nothing about the file
FEW = 3  # values may always differ, and their median says nothing


class Break(NamedTuple):
    """A limit that does not hold: of which check, period and column, and what was found."""

    check: str
    period: Any
    column: str
    found: str


def compare(
    name: str,
    contract: Contract,
    vintage: date,
    rows: Rows,
    previous: list[dict[str, Any]],
    accepted: frozenset[Accepted],
) -> None:
    """Raise LandingRefused if a limit of `contract.sizes` is broken and no decision accepts it."""
    if not contract.sizes or not previous:
        return
    period = contract.period
    # a row in quarantine is not gone, and a loss that was accepted is not counted again
    kept = set(rows.keys(contract))
    comparable = [
        row
        for row in previous
        if (key := tuple(row[k] for k in contract.key)) in kept
        or (
            key not in rows.keys_seen
            and not any(
                a.covers(vintage, "key_loss", row[period] if period else None) for a in accepted
            )
        )
    ]
    broken = [
        b
        for b in _breaks(contract, rows, comparable)
        if not any(a.covers(vintage, b.check, b.period, b.column) for a in accepted)
    ]
    if not broken:
        return
    shown = "; ".join(
        f"{f'{period} {b.period}, ' if b.period is not None else ''}{b.column}: {b.found}"
        for b in broken[:3]
    )
    more = f" ({len(broken) - 3} more)" if len(broken) > 3 else ""
    checks = ", ".join(sorted({b.check for b in broken}))
    raise LandingRefused(
        f"{name}: the values are not of the size they were. {shown}{more}. A unit, a column or rows"
        " may have slipped: compare it with the publisher's page and fetch it again. If it is"
        f" right, say so in seeds/quality/{FILES.name} (dataset {contract.dataset}, vintage"
        f" {vintage}, check {checks}). {NOTHING}"
    )


def _breaks(contract: Contract, rows: Rows, previous: list[dict[str, Any]]) -> Iterator[Break]:
    entity = [k for k in contract.key if k != contract.period]
    columns = contract.size_columns
    wanted = list(dict.fromkeys([*contract.key, *columns]))
    schema = pa.schema([(c, arrow_type(contract.columns[c])) for c in wanted])
    with duckdb.connect() as db:
        for table, values in (
            ("now", pa.table({c: rows.accepted[c] for c in wanted}, schema=schema)),
            ("before", pa.Table.from_pylist(previous, schema=schema)),
        ):
            db.register(f"{table}_rows", values)
            at = contract.period or "null::integer"
            keys = f"concat_ws(' ', {', '.join(entity)})" if entity else "''"
            db.execute(
                f"create temp table {table} as select {at} as period, {keys} as entity,"
                f" {', '.join(columns)} from {table}_rows"
            )
        shared, new = _periods(db)
        for column in columns:
            is_number = pa.types.is_floating(arrow_type(contract.columns[column]))
            pairs = [("same", this, ("before", this), "the vintage before") for this in shared]
            if is_number:
                pairs += [
                    ("next", this, (table, last), f"{contract.period} {last}")
                    for this, table, last in new
                ]
            for which, this, before, when in pairs:
                _pair(db, column, ("now", this), before)
                found = _judge(db, contract.sizes.get(which, {}), when, is_number)
                yield from (Break(check, this, column, text) for check, text in found)


def _periods(db: duckdb.DuckDBPyConnection) -> tuple[list, list[tuple[Any, str, Any]]]:
    """Periods of both vintages, and each new one with the newest before it and where that is."""

    def of(table: str) -> list:
        return [row[0] for row in db.execute(f"select distinct period from {table}").fetchall()]

    now, before = of("now"), of("before")
    shared = sorted((p for p in now if p in before), key=str)
    new = []
    for this in sorted((p for p in now if p is not None and p not in before), key=str):
        known = [(p, "now") for p in now if p < this] or [(p, "before") for p in before if p < this]
        if known:
            last, table = max(known)
            new.append((this, table, last))
    return shared, new


def _pair(
    db: duckdb.DuckDBPyConnection, column: str, now: tuple[str, Any], before: tuple[str, Any]
) -> None:
    """Put one column of two periods or vintages side by side, key by key."""
    db.execute(
        f"""
        create or replace temp table pair as
        select
            coalesce(now.entity, before.entity) as entity,
            now.entity is null as is_gone,
            now.{column} as value,
            before.{column} as value_before
        from (select * from {now[0]} where period is not distinct from $now) as now
        full join (select * from {before[0]} where period is not distinct from $before) as before
            on before.entity = now.entity
        """,
        {"now": now[1], "before": before[1]},
    )


def _judge(
    db: duckdb.DuckDBPyConnection, limits: dict[str, float], when: str, is_number: bool
) -> Iterator[tuple[str, str]]:
    """The checks that `pair` breaks, each with a sentence."""
    if "changed" in limits:
        compared, changed = db.execute(
            "select count(*), count(*) filter (value <> value_before) from pair"
            " where value is not null and value_before is not null"
        ).fetchone()
        if changed > max(limits["changed"] * compared, FEW):
            yield (
                "changed",
                f"{changed:,} of {compared:,} values differ from {when};"
                f" at most {limits['changed']:.0%} may",
            )
    if not is_number:
        return
    shared, median, total, before = db.execute(
        "select count(*) filter (value * value_before > 0),"
        " median(value / value_before) filter (value * value_before > 0),"
        " sum(value), sum(value_before) from pair"
    ).fetchone()
    if "median" in limits and shared > FEW and not _within(median, limits["median"]):
        yield (
            "median",
            f"the median value is {median:.4g} times that of {when};"
            f" at most {limits['median']:.0%} more or less",
        )
    if "total" in limits and total and before and not _within(total / before, limits["total"]):
        yield (
            "total",
            f"the total is {total:,.10g}, and {before:,.10g} in {when};"
            f" at most {limits['total']:.0%} more or less",
        )
    gone = (
        "largest" in limits
        and db.execute(
            # of equal ones none is among the largest
            "select entity, value_before from pair where is_gone and value_before > coalesce("
            "(select value_before from pair where value_before > 0 order by 1 desc"
            " limit 1 offset $largest), 0) order by value_before desc, entity",
            {"largest": limits["largest"]},
        ).fetchall()
    )
    if gone:
        share = sum(value for _, value in gone) / before
        yield (
            "largest",
            f"{', '.join(entity for entity, _ in gone[:3])} of the {limits['largest']} largest of"
            f" {when} ({share:.1%} of its total) {'is' if len(gone) == 1 else 'are'} not there",
        )
    jumps = (
        "factor" in limits
        and db.execute(
            "select entity, value, value_before from pair where value > 0 and value_before > 0"
            " and greatest(value / $total, value_before / $before) >= $share"
            " order by abs(ln(value / value_before)) desc, entity limit 1",
            {"total": total or 1, "before": before or 1, "share": HEAVY},
        ).fetchall()
    )
    for entity, value, was in jumps or ():
        if not _within(value / was, limits["factor"] - 1):
            yield (
                "factor",
                f"{entity} is {value:,.10g}, and {was:,.10g} in {when};"
                f" at most {limits['factor']:g} times more or less",
            )


def _within(ratio: float, limit: float) -> bool:
    return 1 / (1 + limit) <= ratio <= 1 + limit
