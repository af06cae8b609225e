"""The page of fund holdings (ajax_t78sb04) as rows: two tables for each fund, of every fund.

Belongs here: reading that page, and no other. Does not: asking for it, codes of funds (mops.py).

Known from public readers of the page: a table of class noBorder holds the quarter and the fund's
name, the table of class hasBorder after it has the columns below; a cell spans the rows of its
kind; subtotals are rows of the same table. Whatever is otherwise is refused.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from orchestration.errors import FetchRefused
from orchestration.fetch.answers import STAYS

TITLE, HOLDINGS = "noBorder", "hasBorder"
COLUMNS = ["股票種類", "股票代號", "股票名稱", "持股比率", "產業類別", "持股比率"]
SUBTOTALS = re.compile("小計|總計|合計")
TOTAL = "總計"
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%?")
ORDINALS = str.maketrans("一二三四", "1234")
WIDEST = 100  # no cell spans more, whatever it says
ROUNDING = 0.05  # of a printed total, for each ten rows


class Holding(NamedTuple):
    """A security that a fund holds; `weight` as it is printed."""

    fund: str
    code: str
    name: str
    weight: str


@dataclass
class Table:
    """A table as a grid: what spans several places stands in each of them."""

    kind: str
    rows: list[list[str]] = field(default_factory=list)


class Page(HTMLParser):
    """The tables of the two classes, in the order of the page; unclosed cells and rows end where
    the next begins.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._open: list[_Grid | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, row or cell begins."""
        about = {name: value or "" for name, value in attrs}
        if tag == "table":
            kind = next((k for k in about.get("class", "").split() if k in (TITLE, HOLDINGS)), None)
            self._open.append(_Grid(kind) if kind else None)
        elif self._open and (grid := self._open[-1]):
            if tag == "tr":
                grid.end_row()
            elif tag in ("td", "th"):
                grid.begin_cell(_span(about, "rowspan"), _span(about, "colspan"))

    def handle_endtag(self, tag: str) -> None:
        """A table, row or cell ends."""
        if not self._open:
            return
        grid = self._open[-1]
        if tag == "table":
            self._open.pop()
            if grid:
                grid.end_row()
                self.tables.append(Table(grid.kind, grid.rows))
        elif grid and tag == "tr":
            grid.end_row()
        elif grid and tag in ("td", "th"):
            grid.end_cell()

    def handle_data(self, data: str) -> None:
        """Text of the cell that is open."""
        if self._open and (grid := self._open[-1]):
            grid.text.append(data)

    @property
    def is_whole(self) -> bool:
        """Whether every table that is read was closed."""
        return not any(self._open)


class _Grid:
    """A table that is being read."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.rows: list[list[str]] = []
        self.text: list[str] = []
        self._row: list[str] = []
        self._cell: tuple[int, int] | None = None
        self._hanging: dict[int, tuple[int, str]] = {}  # column: rows still covered, text

    def begin_cell(self, rows: int, columns: int) -> None:
        self.end_cell()
        self.text, self._cell = [], (rows, columns)

    def end_cell(self) -> None:
        if self._cell is None:
            return
        rows, columns = self._cell
        text = " ".join("".join(self.text).replace("\u3000", " ").split())
        self._cell = None
        self._cover()
        for _ in range(columns):
            if rows > 1:
                self._hanging[len(self._row)] = (rows - 1, text)
            self._row.append(text)

    def end_row(self) -> None:
        self.end_cell()
        if not self._row:
            return
        self._cover()
        self.rows.append(self._row)
        self._row = []

    def _cover(self) -> None:
        """Places that a cell of a row above reaches down to."""
        while (at := len(self._row)) in self._hanging:
            left, text = self._hanging.pop(at)
            if left > 1:
                self._hanging[at] = (left - 1, text)
            self._row.append(text)


def _span(about: dict[str, str], name: str) -> int:
    text = about.get(name, "1").strip()
    return min(max(int(text), 1), WIDEST) if text.isascii() and text.isdigit() else 1


def holdings(who: str, text: str, year: int, quarter: int) -> list[Holding]:
    """Every holding of the page; none where it says that there is nothing.

    `year` (ROC) and `quarter` are those that were asked for. Raises FetchRefused for a page of
    another quarter, a layout not known, a row that is neither a holding nor a subtotal, a fund that
    stands on it twice, a cut page.
    """
    page = Page()
    page.feed(text)
    page.close()
    if not page.tables and "查無" in text:
        return []
    if not page.is_whole or not page.tables:
        raise FetchRefused(
            f"{who}: {'the page ends within a table' if page.tables else 'a page without tables'}"
            f" ({len(text):,} characters); it may be cut off. {STAYS}"
        )
    found: list[Holding] = []
    funds: set[str] = set()
    fund: str | None = None
    for table in page.tables:
        if table.kind == TITLE:
            fund = _fund(who, table, year, quarter)
            if fund in funds:
                raise FetchRefused(f"{who}: {fund} stands on the page twice. {STAYS}")
            funds.add(fund)
            continue
        if fund is None:
            raise FetchRefused(f"{who}: holdings without the name of a fund above. {STAYS}")
        found += _of_fund(who, fund, table)
        fund = None
    return found


def _fund(who: str, table: Table, year: int, quarter: int) -> str:
    """The name of the fund, if the quarter beside it is the one that was asked for."""
    cells = [cell for row in table.rows for cell in row]
    if len(cells) < 2 or not cells[1]:
        raise FetchRefused(f"{who}: a title without quarter and fund: {cells!r}. {STAYS}")
    said = [int(n) for n in re.findall(r"\d+", cells[0].translate(ORDINALS))]
    if said != [year, quarter]:
        raise FetchRefused(
            f"{who}: {cells[1]} is of {cells[0]!r}, and quarter {quarter} of {year} (ROC) was asked"
            f" for. {STAYS}"
        )
    return cells[1]


def _of_fund(who: str, fund: str, table: Table) -> list[Holding]:
    header = table.rows[0] if table.rows else []
    if header != COLUMNS:
        raise FetchRefused(
            f"{who}: {fund}: unknown columns {', '.join(header)}; known are {', '.join(COLUMNS)}."
            f" The page has another layout now. {STAYS}"
        )
    found, total = [], None
    for row in table.rows[1:]:
        if SUBTOTALS.search(" ".join(row)):
            percents = [float(m[1]) for cell in row if (m := PERCENT.fullmatch(cell))]
            total = percents if TOTAL in " ".join(row) and percents else total
            continue
        if not any(row):
            continue
        if len(row) != len(COLUMNS):
            raise FetchRefused(
                f"{who}: {fund}: a row that is neither a holding nor a subtotal:"
                f" {' | '.join(row)[:120]}. {STAYS}"
            )
        found.append(Holding(fund, row[1], row[2], row[3]))
    held = sum(float(m[1]) for each in found if (m := PERCENT.fullmatch(each.weight)))
    if total and min(abs(held - t) for t in total) > ROUNDING * (1 + len(found) / 10):
        raise FetchRefused(
            f"{who}: {fund}: its {len(found)} holdings add up to {held:.2f} %, the page prints a"
            f" total of {total[-1]:.2f} %; rows are missing. {STAYS}"
        )
    return found
