"""A small valid file for every landing contract, made from the contract itself, with its truth.

Belongs here: made-up values that satisfy types, keys, sums and must; rendering as CSV, JSON, XLSX.
Does not: damaging a file (mutants.py, number_mutants.py), judging what landing made of it.

The truth is typed before it is written as text, so it does not rest on the code it is to judge.
"""

import csv
import io
import json
import math
import random
import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

import openpyxl

from landing_case import header_of
from orchestration.landing.contract import Column, Contract, Era, era_from, load_all
from orchestration.settings import ROOT

Row = dict[str, Any]  # the values of a landed row, by column of the contract
PATTERN_HEADERS = {"coal_company": "{}", "coal_plant": "用煤量{}"}
# the columns whose values run through a key; the others of a key stay as they are
RUNNING = (
    "control_no", "company_name", "tax_id", "stock_code", "company_code", "security_code",
    "fund_code", "document_no",
)  # fmt: skip
FILLED = {
    "quarter": 2,
    "unit": "公噸",
    "category": "粒狀污染物",
    "subcategory": "總懸浮微粒",
    "pollutant_zh": "粒狀污染物",
    "fuel_name": "燃料煤",
    "report_period_text": "2029Q2",
    "market_code": "listed",
    "check_flag": "是",
    "longitude": 120.5,
    "latitude": 23.75,
    "read_on": "2026-05-04",
    "near_term_target_year": "2030",
    "isin": "TW0002330008",
    "lei": "549300KB6NK5SBD14S87",
}
LAST_YEAR = 2024


@dataclass(frozen=True)
class Base:
    """A file: where it lies below the landing folder, its cells, and what landing must make of it.

    `truth` has one entry for each data row: the landed rows it becomes (several in a wide file).
    """

    contract: Contract
    name: str
    kind: str
    header: list[str]
    rows: list[list[str]]
    truth: list[list[Row]]
    title: list[list[str]] = field(default_factory=list)
    mapping: str | None = None

    def content(self) -> bytes:
        """The bytes of the file."""
        return render(self.kind, [*self.title, self.header, *self.rows])

    def files(self) -> dict[str, bytes]:
        """The file and what must lie beside it, by path below the landing folder."""
        beside = {}
        if self.mapping:
            beside[f"{self.name.rsplit('/', 1)[0]}/mapping.yml"] = self.mapping.encode()
        return {self.name: self.content(), **beside}

    def with_rows(self, rows: list[list[str]], truth: list[list[Row]]) -> "Base":
        """The same file with other rows."""
        return replace(self, rows=rows, truth=truth)


def render(kind: str, table: list[list[str]]) -> bytes:
    """A table as the bytes of a CSV, JSON or XLSX file."""
    if kind == "csv":
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(table)
        return text.getvalue().encode()
    if kind == "json":
        header, *rows = table
        return json.dumps(
            [dict(zip(header, row, strict=True)) for row in rows], ensure_ascii=False
        ).encode()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("data")
    for row in table:
        sheet.append([_as_cell(text) for text in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _as_cell(text: str) -> Any:
    """A number where a spreadsheet would show the same text, else the text."""
    if re.fullmatch(r"-?[1-9]\d{0,11}", text):
        return int(text)
    if re.fullmatch(r"-?\d{1,9}\.\d+", text) and repr(float(text)) == text:
        return float(text)
    return text or None


@cache
def contracts() -> dict[str, Contract]:
    """Every contract by its dataset, without what only the publisher's own figures satisfy."""
    found = {contract.dataset: contract for contract in load_all()}
    return {name: _of_any_figures(contract) for name, contract in found.items()}


def _of_any_figures(contract: Contract) -> Contract:
    series = {k: v for k, v in (contract.coverage or {}).items() if k != "newest"}
    columns = {
        name: replace(column, median=None, moved=None, fraction=0, round=1, constant=True)
        for name, column in contract.columns.items()
    }
    return replace(contract, rules=(), compare_with=(), coverage=series or None, columns=columns)


def bases(seed: int = 0) -> list[Base]:
    """A file for each contract, each of its formats and, of own data, each language."""
    found = []
    for contract in contracts().values():
        for kind in contract.format:
            for era in contract.eras if contract.own else (None,):
                found.append(base(contract, kind, era, seed=seed))
    return found


def base(
    contract: Contract, kind: str = "csv", era: Era | None = None, seed: int = 0, later: int = 0
) -> Base:
    """The file of a contract; in each of `later` vintages the first entity has grown by 1 %."""
    mapping = None
    if contract.layout_unknown:
        mapping = json.dumps({"map": {f"c_{name}": name for name in contract.columns}})
        era = era_from("supplied mapping", json.loads(mapping))
    era = era or contract.eras[-1]
    draw = random.Random(f"{contract.dataset} {seed}")
    name = name_of(contract, kind, later)
    spread = _spread_headers(contract, era)
    header = [*era.map, *era.ignored, *era.dropped, *(name for name, _, _ in spread)]
    rows, truth = [], []
    for number, key in enumerate(_keys(contract, later)):
        one = _own(contract, era, number) if contract.own else _row(contract, era, key, draw, later)
        shared = {**dict.fromkeys([*era.absent, *contract.optional]), **one}
        shared |= {c: _whole(v) for c, v in _fixed(era, header).items()}
        cells = [_text(contract, era, shared, source) for source in era.map]
        cells += ["x" if draw.random() < 0.5 else "" for _ in (*era.ignored, *era.dropped)]
        longs: dict[Any, Row] = {}
        for _, column, period in spread:
            typed = contract.columns[column].type
            grown = _grown(contract.columns[column], draw, 0 if key["n"] else later)
            value = grown if typed == "number" else f"答 {draw.randrange(100)}"
            at = longs.setdefault(period, {**shared, contract.reshape["period"]: period})
            at[column] = value
            cells.append(_number(value) if typed == "number" else value)
        rows.append(cells)
        truth.append(list(longs.values()) if spread else [shared])
    titled = "report_year" in contract.derived and kind != "json"  # which has no line above
    title = [[f"報告年度:{LAST_YEAR - 1 + later}"]] if titled else []
    return Base(contract, name, kind, header, rows, truth, title, mapping)


def name_of(contract: Contract, kind: str = "csv", later: int = 0) -> str:
    """The path of a file that a contract claims, of a vintage `later` years after the first."""
    pattern = contract.files[0]
    if contract.own:
        return f"{contract.dataset}_2024.{kind}"
    folder = pattern.rsplit("/", 1)[0]
    name = contract.vintage["expects"]
    match = re.search(contract.vintage["pattern"], name)
    for group in ("date", "year", "roc"):
        text = match.groupdict().get(group)
        if text:
            year = re.match(r"\d+", text)[0]
            bumped = str(int(year) + later) + text[len(year) :]
            name = name[: match.start(group)] + bumped + name[match.end(group) :]
            break
    return f"{folder}/{name.rsplit('.', 1)[0]}.{kind}"


def _keys(contract: Contract, later: int) -> list[Row]:
    """The values of the key of each row: every year that must be there, several of each."""
    first = (contract.coverage or {}).get("every_year_from", LAST_YEAR - 1)
    years = [None]
    if "year" in contract.key and "year" not in contract.one_period and not contract.reshape:
        years = list(range(first, LAST_YEAR + 1))
    running = [c for c in contract.key if c in RUNNING][:1]
    if len(years) > 5 or (not running and years != [None]):  # fewer rows than are judged by share
        return [{"year": year, "n": n, "running": running} for n, year in enumerate(years)]
    return [{"year": year, "n": n, "running": running} for year in years for n in range(9)]


def _row(contract: Contract, era: Era, key: Row, draw: random.Random, later: int) -> Row:
    """Typed values for the columns that stand in a row once."""
    row: Row = {}
    for name in contract.columns:
        if name in era.absent or name in contract.reshaped or name in era.fixed_values:
            continue
        column = contract.column(name, era)
        row[name] = _value(name, column, key, draw, later)
    if key["year"] is not None:
        row["year"] = key["year"]
    for column, rule in contract.derived.items():
        row[column] = LAST_YEAR - 1 + later if column == "report_year" else "listed"
        assert set(rule["from"]) <= {"name", "title"}
    for rule in reversed(contract.sums):
        if set(rule["parts"]) <= {c for c in row if row[c] is not None}:
            row[rule["total"]] = round(sum(row[part] for part in rule["parts"]), 3)
    for twin, source in _twins(era):
        row[twin] = repr(row[source])
    if "previous_month_twd1000" in row:
        for change, now, before in (
            ("month_change_pct", "revenue_twd1000", "previous_month_twd1000"),
            ("year_change_pct", "revenue_twd1000", "same_month_last_year_twd1000"),
            ("cumulated_change_pct", "cumulated_twd1000", "cumulated_last_year_twd1000"),
        ):
            row[change] = round((row[now] / row[before] - 1) * 100, 6)
    return row


def _twins(era: Era) -> list[tuple[str, str]]:
    """Columns of text that keep the cell another column reads as a number."""
    return [(into[1], into[0]) for into in era.map.values() if len(into) > 1]


def _value(name: str, column: Column, key: Row, draw: random.Random, later: int) -> Any:
    n, kind = key["n"], column.type
    if kind == "tax_id":
        return tax_id(n) if name == "tax_id" else tax_id(n + 500)
    if kind == "control_no" or (name == "control_no" and name in key["running"]):
        return f"X{n:07d}"
    if name in FILLED:
        return FILLED[name]
    if name in ("stock_code", "company_code", "security_code"):
        return str(1101 + n)
    if name == "fund_code":
        return f"{51 + n:04d}" if name in key["running"] else "0050"
    if kind in ("number", "percent", "ratio", "money"):
        return _grown(column, draw, 0 if n else later)
    if kind.startswith(("date", "month")):
        return date(2024, 5, 1) if kind == "month_roc" else date(2024, 6, 10)
    if kind == "integer":
        return n + 1
    if kind in ("year_roc", "year_ad"):
        return LAST_YEAR
    return n % 2 == 0 if kind == "boolean" else f"{name} 甲{n}"


def _grown(column: Column, draw: random.Random, later: int) -> float:
    """A number that the column may hold, with no more decimals than its publisher prints."""
    must = column.must or {}
    least = max(column.minimum, must.get("minimum", -math.inf), -5)
    most = min(column.maximum, must.get("maximum", math.inf))
    low, high = (1000, 10_000) if most >= 10_000 else (max(least, most - 5), most)
    value = min(high, (low + draw.random() * (high - low) * 0.9) * 1.01**later)
    return float(round(value, 3 if column.decimals is None else column.decimals))


def tax_id(n: int) -> str:
    """The nth tax id whose check digit is right."""
    for last in range(10):
        digits = [int(d) for d in f"{2300000 + n:07d}{last}"]
        products = [d * w for d, w in zip(digits, (1, 2, 1, 2, 1, 2, 4, 1), strict=True)]
        if sum(p // 10 + p % 10 for p in products) % 10 == 0:
            return "".join(map(str, digits))
    return tax_id(n + 1000)


def _own(contract: Contract, era: Era, number: int) -> Row:
    """A row of a template, whose cells landing keeps as text; beyond them, texts by number."""
    rows = _template(contract.dataset)
    row = rows[number % len(rows)]
    note = [c for c in contract.columns if contract.columns[c].may_be_cut_off]
    found = {name: row.get(name) or None for name in contract.columns}
    return {**found, **{name: f"note {number}" for name in note if name in found}}


@cache
def _template(dataset: str) -> list[dict[str, str]]:
    path = ROOT / "docs" / "templates" / "en" / f"{dataset}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _spread_headers(contract: Contract, era: Era) -> list[tuple[str, str, Any]]:
    """Repeated headers of a wide file: header, column it fills, period."""
    if not contract.reshape:
        return []
    years = range(LAST_YEAR - 2, LAST_YEAR + 1)
    if contract.dataset in PATTERN_HEADERS:
        header = PATTERN_HEADERS[contract.dataset]
        return [(header.format(year), contract.wide_values[0], year) for year in years]
    names = header_of(contract.dataset, LAST_YEAR, years)[len(era.map) :]
    if len(contract.wide_values) == 1:
        return [(name, contract.wide_values[0], name) for name in names]
    by_name = []
    for name in names:
        column = next(w.column for w in era.wide if w.pattern.fullmatch(name))
        by_name.append((name, column, int(re.search(r"20\d\d", name)[0])))
    return by_name


def _fixed(era: Era, header: list[str]) -> dict[str, Any]:
    return next(iter(era.for_file(header))).fixed_values


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, str) and re.fullmatch(r"20\d\d", value) else value


def _text(contract: Contract, era: Era, row: Row, source: str) -> str:
    """The cell of a source column."""
    name = era.map[source][0]
    value, kind = row[name], contract.column(name, era).type
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        roc = f"{value.year - 1911:03d}{value:%m%d}"
        written = {
            "date_roc7": roc,
            "month_roc": roc[:5],
            "date_ad8": f"{value:%Y%m%d}",
            "date_iso": value.isoformat(),
            "date_dmy": f"{value:%d/%m/%Y}",
        }
        return written[kind]
    if kind == "year_roc":
        return str(value - 1911)
    return _number(value) if isinstance(value, float) else str(value)


def _number(value: float) -> str:
    return repr(value).removesuffix(".0")
