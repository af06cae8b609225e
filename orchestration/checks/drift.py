"""The candidate beside the published release: what changed, how much of it, and whose it is.

Belongs here: comparing marts and saying in a sentence what differs. Does not: how much may change
(tests/expectations/drift.yml), what one table must look like by itself (the suites).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import yaml

from orchestration.checks import drift_sql as sql
from orchestration.checks.baseline import Baseline
from orchestration.checks.results import CRITICAL, DRIFT, WARNING, ExpectationResult
from orchestration.settings import MARTS

SHOWN = 5


def compare(
    connection: duckdb.DuckDBPyConnection, baseline: Baseline, rules: Path
) -> list[ExpectationResult]:
    """What differs from the release, one row per mart, column and question.

    Where the two were made under other rules or settings, nothing is refused: `baseline` knows.
    """
    declared = yaml.safe_load(rules.read_text(encoding="utf-8"))
    columns = _columns_now(connection)
    present = {m: f'{MARTS}."{m}"' for m in baseline.marts if m in columns}
    counts = dict(connection.execute(sql.counts(present)).fetchall()) if present else {}
    results = []
    grown: dict[str, list[str]] = {}
    for mart in baseline.marts:
        asked = Comparison(connection, baseline, declared, mart, columns.get(mart, {}))
        first = baseline.first_landed(mart)
        for row in asked.rows(counts.get(mart, 0)):
            why = None if row.success else baseline.explanation(mart)
            if why and row.severity == CRITICAL:
                row = replace(row, severity=WARNING, reason=f"{row.reason}. Not refused: {why}")
            elif first and not row.success:
                if (row.expectation, row.severity) == ("rows", WARNING) and asked.has_grown(counts):
                    grown[mart] = first
                    row = replace(row, success=True)
                told = f"Landed for the first time since that release: {_list(first)}"
                row = replace(row, reason=f"{row.reason}. {told}")
            results.append(row)
    return [*([_grown(grown)] if grown else []), *results]


def _grown(marts: dict[str, list[str]]) -> ExpectationResult:
    """One sentence for all marts that have more rows since their data was landed."""
    datasets = sorted({name for first in marts.values() for name in first})
    observed = (
        f"landed for the first time since that release: {', '.join(datasets)};"
        f" more rows for it in {', '.join(marts)}"
    )
    reason = "not refused by itself: every figure is compared as ever"
    return _row("every mart", None, "first_landed", WARNING, "", observed, reason)


def accepted(results: list[ExpectationResult], why: str) -> list[ExpectationResult]:
    """The results with every refused difference as a warning that says why it was accepted."""
    return [
        replace(row, severity=WARNING, reason=f"{row.reason}. Accepted: {why}")
        if row.boundary == DRIFT and not row.success and row.severity == CRITICAL
        else row
        for row in results
    ]


def _columns_now(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for mart, column, kind in connection.execute(
        "select table_name, column_name, data_type from information_schema.columns"
        " where table_schema = ? and table_catalog = current_database()",
        [MARTS],
    ).fetchall():
        found.setdefault(mart, {})[column] = kind
    return found


class Comparison:
    """One mart in both, and the questions that are asked about it."""

    def __init__(
        self, connection, baseline: Baseline, declared: dict, mart: str, columns: dict[str, str]
    ) -> None:
        self.connection, self.mart, self.limits = connection, mart, declared["limits"]
        self.now, self.columns = f'{MARTS}."{mart}"', columns
        self.before, self.columns_before = baseline.parquet(mart), baseline.columns(mart)
        self.count_before = baseline.facts["marts"][mart]["row_count"]
        self.is_own = mart in declared["own_files"]
        asked, known = declared["marts"].get(mart, {}), set(columns) & set(self.columns_before)
        self.key = asked.get("key", [])
        self.can_join = bool(self.key) and known.issuperset(self.key)
        self.year = next((c for c in self.key if c.endswith("year")), None)
        self.entity = asked.get("entity")
        self.totals, self.codes, self.values = (
            [column for column in asked.get(kind, ()) if column in known]
            for kind in ("totals", "codes", "values")
        )

    def rows(self, count: int) -> Iterator[ExpectationResult]:
        """The answers to every question that can be asked of this mart, which has `count` rows."""
        yield self._columns()
        if not self.columns:
            return
        if not self.is_own:
            yield self._rows(count)
        if not self.can_join:
            return
        if self.year:
            yield from self._totals()
        yield from self._codes()
        if self.entity:
            yield self._entities()
        yield from self._values()
        yield from self._slips("unit_slip", "slips")
        if self.year:
            yield from self._slips("next_unit_slip", "next_slips")

    def has_grown(self, counts: dict[str, int]) -> bool:
        """Whether the mart has more rows than in the release."""
        return counts.get(self.mart, 0) > self.count_before

    def _columns(self) -> ExpectationResult:
        lost = [c for c in self.columns_before if c not in self.columns]
        retyped = [
            f"{c} was {kind}, is {self.columns[c]}"
            for c, kind in self.columns_before.items()
            if self.columns.get(c, kind) != kind
        ]
        new = [c for c in self.columns if c not in self.columns_before]
        told = {"lost": lost, "other type": retyped, "new": new}
        sentence = "; ".join(f"{word}: {', '.join(names)}" for word, names in told.items() if names)
        if not self.columns:
            sentence = "the whole mart is gone"
        count = len(lost) + len(retyped)
        return self._by_share("columns", None, count, sentence or "the same columns", count)

    def _rows(self, count: int) -> ExpectationResult:
        sentence = f"{self.count_before:,} rows before, {count:,} now"
        severity = self._outside("rows", count, self.count_before) if self.count_before else ""
        if not self.key:
            severity = severity and WARNING  # how many rows it has is not known beforehand
        return self._result("rows", None, severity, sentence)

    def _totals(self) -> Iterator[ExpectationResult]:
        years: dict[str, list] = {column: [] for column in self.totals}
        for column, *row in sorted(self._ask("totals", self.totals)):
            years[column].append(row)
        for column, found in years.items():
            moved = [
                (self._outside("total", now, before), f"{year}: {_change(before, now)}")
                for year, before, now in found
                if before is not None and now is not None
            ]
            worst = max((s for s, _ in moved), key=("", WARNING, CRITICAL).index, default="")
            told = [sentence for severity, sentence in moved if severity]
            yield self._result(
                "total", column, worst, _list(told) or "no total of a past year moved"
            )
            yield from self._next_total(column, found)

    def _next_total(self, column: str, years: list) -> Iterator[ExpectationResult]:
        known = [(year, now) for year, before, now in years if before is not None and now]
        fresh = [(year, now) for year, before, now in years if before is None and now]
        if known and fresh and fresh[0][0] > known[-1][0]:
            (last, before), (year, now) = known[-1], fresh[0]
            sentence = f"{year} beside {last}: {_change(before, now)}"
            severity = self._outside("next_total", now, before)
            yield self._result("next_total", column, severity, sentence)

    def _codes(self) -> Iterator[ExpectationResult]:
        gone: dict[str, list] = {column: [] for column in self.codes}
        for column, code in sorted(self._ask("codes", self.codes)):
            gone[column].append(code)
        for column, codes in gone.items():
            told = f"vanished: {_list(codes)}" if codes else "none vanished"
            yield self._by_share("vanished_codes", column, len(codes), told, len(codes))

    def _entities(self) -> ExpectationResult:
        weight = self.values[0] if self.values else None
        gone = self._ask("entities", [self.entity], weight=weight or "1")
        share = sum(part for *_, part in gone)
        told = [f"{_named(name, label)} ({part:.1%})" for name, label, part in gone]
        of = f" of {weight}" if weight else ""
        sentence = f"{len(gone)} with {share:.1%}{of} vanished: {_list(told)}"
        sentence = sentence if gone else "none vanished"
        return self._by_share("vanished_entities", self.entity, share, sentence, len(gone))

    def _values(self) -> Iterator[ExpectationResult]:
        for column, known, *found in self._ask("values", self.values):
            told = (f"{n:,} of {known:,} values " for n in found)
            for question, count, words, what in zip(
                ("changed", "blanked"), found, told, ("changed", "are blank now"), strict=True
            ):
                share = count / known if known else 0
                yield self._by_share(question, column, share, words + what, count)

    def _slips(self, question: str, statement: str) -> Iterator[ExpectationResult]:
        told: dict[str, list] = {column: [] for column in self.values}
        entity = self.entity or self.key[0]
        for column, name, label, key, before, now in sorted(
            self._ask(statement, self.values, entity=entity), key=lambda row: row[:2]
        ):
            told[column].append(f"{_named(name, label)} ({key}): {_change(before, now)}")
        for column, found in told.items():
            sentence = _list(found) or "none"
            yield self._by_share(question, column, len(found), sentence, len(found))

    # -- putting a question, judging the answer ----------------------------------------------

    def _ask(self, question: str, columns: list[str], **names) -> list[tuple]:
        if not columns:
            return []
        statement = sql.ask(
            question,
            columns,
            self.key,
            before=self.before,
            now=self.now,
            year=self.year,
            label=sql.LABELS.get(self.entity, "null"),
            smallest=self.limits["smallest"],
            **names,
        )
        return self.connection.execute(statement).fetchall()

    def _outside(self, question: str, now: float, before: float) -> str:
        """The severity of a ratio: nothing where it lies inside the limits."""
        for severity in (CRITICAL, WARNING):
            limit = self.limits[question].get(severity)
            if limit and not limit[0] * abs(before) <= abs(now) <= limit[1] * abs(before):
                return severity
        return ""

    def _by_share(self, question, column, share, sentence, count) -> ExpectationResult:
        limit = self.limits[question]
        reached = [s for s in (CRITICAL, WARNING) if s in limit and share > limit[s]]
        row = self._result(question, column, reached[0] if reached else "", sentence)
        return replace(row, unexpected_count=count or None)

    def _result(self, question, column, severity, observed) -> ExpectationResult:
        limit = self.limits[question]
        expected = ", ".join(
            f"{name} {'outside' if isinstance(limit[name], list) else 'above'} {limit[name]}"
            for name in (WARNING, CRITICAL)
            if name in limit
        )
        return _row(self.mart, column, question, severity, expected, observed, limit["reason"])


def _row(mart, column, question, severity, expected, observed, reason) -> ExpectationResult:
    return ExpectationResult(
        boundary=DRIFT,
        table_name=mart,
        column_name=column,
        expectation=question,
        severity=severity or WARNING,
        success=not severity,
        expected=expected,
        observed=observed,
        unexpected_count=None,
        unexpected_sample=None,
        reason=reason or None,
    )


NO_RELEASE = _row("every mart", None, "compared", None, "", "no release to compare with yet", "")


def _named(name: object, label: str | None) -> str:
    return f"{name} {label}" if label else str(name)


def _change(before: float, now: float) -> str:
    times = f" ({_figure(now / before)} times)" if before else ""
    return f"{_figure(before)} before, {_figure(now)} now{times}"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _list(told: list[str]) -> str:
    more = len(told) - SHOWN
    return "; ".join(told[:SHOWN]) + (f"; and {more} more" if more > 0 else "")
