"""From rows of text to typed rows: each data row is accepted or quarantined, never neither.

Belongs here: one row at a time, reshaping. Does not: comparing rows or files (checks.py).
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from orchestration.errors import LandingRefused
from orchestration.landing.cells import Bad, Parsed, parser_for, unguard
from orchestration.landing.contract import Contract
from orchestration.landing.header import Header
from orchestration.wording import shortened

TOTAL_LABELS = {"合計", "總計", "小計", "總和", "TOTAL", "SUBTOTAL", "GRAND TOTAL"}


@dataclass
class Rows:
    """What became of a file's data rows.

    `accepted` holds the values by column; where a file was reshaped, several per data row.
    """

    landed: int
    accepted: dict[str, list]
    quarantined: list[dict[str, Any]] = field(default_factory=list)
    repairs: Counter = field(default_factory=Counter)
    keys_seen: set[tuple] = field(default_factory=set)

    @property
    def accepted_count(self) -> int:
        return self.landed - len(self.quarantined)

    def keys(self, contract: Contract) -> Iterator[tuple]:
        """The key of each accepted row."""
        return zip(*(self.accepted[column] for column in contract.key), strict=True)


class Source(NamedTuple):
    """A cell to read: its place and name in the file, the column it fills.

    In a wide file also the period.
    """

    place: int
    name: str
    target: str
    parse: Callable[[str], Parsed]
    period: Any = None


class Problem(NamedTuple):
    """Why a row is quarantined."""

    rule: str
    column: str
    raw: str | None
    expected: str


def type_rows(
    name: str,
    header: Header,
    contract: Contract,
    derived: dict[str, Any],
    readmitted: frozenset[tuple[int, str]] = frozenset(),
) -> Rows:
    """Type every data row below the header.

    `derived` are the values that come from the file's name or title line; `readmitted` are rows
    (number, rule) that a decision puts back in use: a cell that cannot be read is then null.
    Returns accepted rows, quarantined rows (one entry each, with the raw row) and counted repairs.
    Raises LandingRefused if a cell shows that a column is in another calendar than declared, that
    rows are hidden in a cell, or that the last line is cut off.
    """
    era, width = header.era, len(header.names)
    plan, wide = _plan(name, header, contract)
    dropped = {d.casefold() for d in era.dropped}
    kept = [(i, n) for i, n in enumerate(header.names) if n.casefold() not in dropped]
    same = {**dict.fromkeys((*era.absent, *contract.optional)), **era.fixed_values, **derived}
    rows = Rows(0, {column: [] for column in ("row_number", *contract.columns)})
    table = islice(header.sheet.rows(), header.row, None)
    printed_width = len(next(table))
    longer: list[int] = []
    cells: list[str] = []
    for cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        rows.landed += 1
        _require_one_row(name, rows.landed, cells, width)
        row: dict[str, Any] = {"row_number": rows.landed, **same}
        problems: list[Problem] = []
        repairs: list[tuple[str, str, str]] = []
        if _repeats(header, cells):
            problems.append(
                Problem("DQ19", header.names[0], cells[0], "a row, not the header again")
            )
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            problems.append(
                Problem(
                    "DQ07", "(none)", ", ".join(cells[width:]), f"{width} cells, as in the header"
                )
            )
        for source in plan:
            if source.place < len(cells):
                row[source.target] = _value(
                    name, rows.landed, source, cells[source.place], problems, repairs
                )
                continue
            row[source.target] = None
            if contract.columns[source.target].may_be_cut_off:
                repairs.append(("DQ05", source.target, "cut_off_cell_is_null"))
            else:
                problems.append(_cut_off(source))
        long = [row]
        if wide:
            by_period: dict[Any, dict[str, Any]] = {}
            for source in wide:
                each = by_period.setdefault(
                    source.period, {**row, contract.reshape["period"]: source.period}
                )
                if source.place >= len(cells):
                    each[source.target] = None
                    problems.append(_cut_off(source))
                    continue
                text = cells[source.place]
                each[source.target] = _value(name, rows.landed, source, text, problems, repairs)
            long = list(by_period.values())
        _about_the_row(contract, long, problems)
        if contract.key_loss:
            rows.keys_seen.update(tuple(r[k] for k in contract.key) for r in long)
        if problems and (rows.landed, problems[0].rule) in readmitted:
            repairs.append((problems[0].rule, problems[0].column, "readmitted_by_decision"))
            problems = []
        if problems:
            raw_row = {n: cells[i] if i < len(cells) else None for i, n in kept}
            rows.quarantined.append(_quarantine(name, rows.landed, problems, raw_row))
            continue
        rows.repairs.update(repairs)
        if len(cells) > printed_width:
            longer.append(rows.landed)
        for each in long:
            for column, values in rows.accepted.items():
                values.append(each[column])
    if 0 < len(longer) < rows.accepted_count:
        raise LandingRefused(
            f"{name}: {len(longer):,} of {rows.landed:,} rows, the first is row {longer[0]:,}, have"
            " more cells than the header, and the others have not: their cells may be shifted."
            " Correct them. Nothing was loaded from it."
        )
    if header.sheet.is_open and cells:
        _require_whole_end(name, contract, rows.landed, cells, width)
    return rows


def _cut_off(source: Source) -> Problem:
    return Problem("DQ05", source.name, None, "a cell; the row is cut off before it")


def _repeats(header: Header, cells: list[str]) -> bool:
    """Whether a row is the header once more, as where pages or files were put together."""
    if cells[0].strip(" \ufeff") != header.names[0]:
        return False
    return [unguard(cell.strip(" \ufeff")) for cell in cells[: len(header.names)]] == header.names


def _require_one_row(name: str, number: int, cells: list[str], width: int) -> None:
    """A quotation mark too many takes every row up to the next one into its cell."""
    for cell in cells:
        breaks = cell.count("\n") if "\n" in cell and width > 2 else 0
        if breaks and cell.count(",") >= breaks * (width - 1):
            raise LandingRefused(
                f"{name}: a cell of row {number} holds {breaks} line break(s) and"
                f" {cell.count(',')} commas, as {breaks + 1} rows would: a quotation mark is one"
                " too many or missing. Correct it. Nothing was loaded from it."
            )


def _require_whole_end(
    name: str, contract: Contract, number: int, cells: list[str], width: int
) -> None:
    """The last line has a line end, or all its cells where a publisher or a user leaves it out."""
    if len(cells) >= width and (contract.own or contract.open_end):
        return
    has = f"{len(cells)} of {width} cells" if len(cells) < width else "no line end"
    raise LandingRefused(
        f"{name}: the file ends within row {number}, which has {has}; it may be cut off. Download"
        " it again; if it is whole, end its last line. Nothing was loaded from it."
    )


def _plan(file: str, header: Header, contract: Contract) -> tuple[list[Source], list[Source]]:
    """The cells to read in every row, and the repeated ones of a wide file with their periods."""
    era, plan, wide = header.era, [], []
    mapping = {source.casefold(): targets for source, targets in era.map.items()}
    for place, name in enumerate(header.names):
        for target in mapping.get(name.casefold(), ()):
            plan.append(Source(place, name, target, parser_for(contract.column(target, era))))
        if found := era.wide_match(name):
            filled, text = found
            period = parser_for(contract.column(contract.reshape["period"], era))(text)
            value = contract.column(filled or contract.wide_values[0], era)
            at = (value.name, period.value)
            if period.problem or at in {(w.target, w.period) for w in wide}:
                raise LandingRefused(
                    f'{file}: the column "{name}" names no period, or one that another column has.'
                    " Nothing was loaded from it."
                )
            wide.append(Source(place, name, value.name, parser_for(value), period.value))
    return plan, wide


def _value(
    name: str, number: int, source: Source, raw: str, problems: list[Problem], repairs: list
) -> Any:
    value, repaired, bad = source.parse(raw)
    if repaired:
        repairs.extend((rule, source.target, repair) for rule, repair in repaired)
    if bad is not None:
        problems.append(_problem(name, number, source, raw, bad))
    return value


def _problem(name: str, number: int, source: Source, raw: str, bad: Bad) -> Problem:
    if bad.blocks:
        raise LandingRefused(
            f'{name}: row {number}, column "{source.name}" holds {shortened(raw, 60)!r};'
            f" the contract expects {bad.expected}."
            " The column is in another calendar, or the file is another one."
            " Nothing was loaded from it."
        )
    return Problem(bad.rule, source.name, raw, bad.expected)


def _about_the_row(contract: Contract, long: list[dict], problems: list[Problem]) -> None:
    """Problems of a row as a whole: a total, or nothing but a key."""
    period = contract.reshape["period"] if contract.reshape else None
    for column in contract.key:
        value = long[0][column]
        if value is None and column in contract.blank_in_key:
            continue
        if value is None and not any(p.rule != "DQ05" for p in problems):
            expected = "a value; a row without its key is a total or a left-over"
            problems.insert(0, Problem("DQ19", column, None, expected))
    for column in contract.named_by:
        value = long[0][column]
        if column != period and value is not None and value.upper() in TOTAL_LABELS:
            problems.insert(0, Problem("DQ19", column, value, "a name; a total is not a row"))
    for column in contract.columns.values():
        if column.must and any(column.broken_by(row[column.name]) for row in long):
            problems.append(
                Problem(
                    column.must["rule"],
                    column.name,
                    str(long[0][column.name]),
                    column.must["expected"],
                )
            )
    if problems or not contract.needs_value:
        return
    if all(row[column] is None for row in long for column in contract.needs_value):
        columns = f"{contract.needs_value[0]} to {contract.needs_value[-1]}"
        problems.append(
            Problem(
                "DQ20", columns, None, "at least one value; the row says nothing beside its key"
            )
        )


def _quarantine(name: str, number: int, problems: list[Problem], raw_row: dict) -> dict[str, Any]:
    first, others = problems[0], problems[1:]
    found = "is empty" if first.raw is None else f"holds {shortened(first.raw, 200)!r}"
    more = f" Also wrong: {', '.join(p.column for p in others)}." if others else ""
    return {
        "row_number": number,
        "rule_code": first.rule,
        "column_name": first.column,
        "raw_value": first.raw and _storable(first.raw),
        "raw_row": _storable(json.dumps(raw_row, ensure_ascii=False)),
        "reason": (
            f"{name}, row {number}: column {first.column} {found}; expected {first.expected}.{more}"
        ),
    }


def _storable(text: str) -> str:
    """The text with each half of a surrogate pair, which no encoding has, as its escape."""
    return text.encode("utf-8", "backslashreplace").decode()
