"""Lists of companies as the exchanges' open data gives them: one JSON answer, the newest state.

Belongs here: whether an answer is a whole list, what of it may be kept, when it is another one.
Does not: addresses and calendars (endpoints.yml), columns (landing/contracts).

    key: 公司代號          # no two rows have the same
    drawn_up: 出表日期     # the day the list was drawn up, which moves every day by itself
    report_year: 報告年度  # only where the name of the file says what year the list is of
"""

import json
from collections import Counter
from datetime import datetime
from typing import Any

from orchestration.errors import FetchRefused
from orchestration.fetch.answers import NOT_PUBLISHED, STAYS, UNCHANGED
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.spool import Fetched, Spool
from orchestration.landing.contract import load_all

NEEDS = ("key", "drawn_up")
KNOWS = ("report_year",)
ROC = 1911

Record = dict[str, str | None]


def fetch(
    endpoint: Endpoint, client: Client, spool: Spool, now: datetime, period: str | None
) -> Fetched:
    """The list of today, if more than the day it was drawn up has changed.

    Raises FetchFailed; FetchRefused for what is no list, a company that stands in it twice, two
    years in one list, or a `period` that the list is not of.
    """
    is_of_year = "report_year" in endpoint.words
    answer = client.get(endpoint, **({} if is_of_year else spool.validators()))
    if answer.state == UNCHANGED:
        return spool.unchanged(now, answer.requests)
    records = [] if answer.state == NOT_PUBLISHED else listed(endpoint, answer.content)
    if not records:
        return spool.not_published(answer.requests)
    year = report_year(endpoint, records) if is_of_year else None
    if period not in (None, year):
        raise FetchRefused(
            f"{endpoint.endpoint}: {period} was asked for, and the publisher gives the newest state"
            f" alone{f', that of {year}' if year else ''}. {STAYS}"
        )
    kept = without_persons(endpoint, records)
    if _is_that_of(spool, year, kept, endpoint.words["drawn_up"]):
        return spool.unchanged(now, answer.requests, year)
    return spool.place(
        answer.content if kept == records else _as_json(kept),
        now=now,
        url=answer.url,
        requests=answer.requests,
        rows=len(kept),
        period=year,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def listed(endpoint: Endpoint, content: bytes) -> list[Record]:
    """The rows of a list; none where the publisher has none, or a single one without any value.

    Raises FetchRefused for what is not a list of rows, or has a company twice.
    """
    try:
        found = json.loads(content.decode("utf-8-sig"), parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise FetchRefused(
            f"{endpoint.endpoint}: no complete JSON ({error}); it may be cut off. {STAYS}"
        ) from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        shown = json.dumps(found, ensure_ascii=False)[:80]
        raise FetchRefused(
            f"{endpoint.endpoint}: expected a list of rows, found {shown!r}. {STAYS}"
        )
    rows = [row for row in found if any(_text(value) for value in row.values())]
    codes = Counter(value_of(endpoint, row, endpoint.words["key"]) for row in rows)
    again = sorted(code for code, count in codes.items() if count > 1)
    if again:
        raise FetchRefused(
            f"{endpoint.endpoint}: {len(rows):,} rows but {len(codes):,} companies;"
            f" {', '.join(again[:3])} {'stands' if len(again) == 1 else 'stand'} in it more than"
            f" once. Ask again later, or ask the publisher which row holds. {STAYS}"
        )
    return rows


def report_year(endpoint: Endpoint, rows: list[Record]) -> str:
    """The one AD year that all rows are of. Raises FetchRefused if there is none or another."""
    column = endpoint.words["report_year"]
    years = Counter(value_of(endpoint, row, column) for row in rows)
    (text, _), *others = years.most_common()
    if others or not (text.isascii() and text.isdigit() and len(text) in (3, 4)):
        found = ", ".join(f"{n:,} rows of {year!r}" for year, n in years.most_common(3))
        raise FetchRefused(
            f"{endpoint.endpoint}: expected one year in the column {column}, found {found}. {STAYS}"
        )
    return str(int(text) + ROC if len(text) == 3 else int(text))


def without_persons(endpoint: Endpoint, rows: list[Record]) -> list[Record]:
    """The rows with every column empty that the contract drops, since persons stand in it."""
    contract = next(c for c in load_all() if c.dataset == endpoint.dataset)
    persons = {name.casefold() for era in contract.eras for name in era.dropped}
    return [
        {name: "" if name.strip().casefold() in persons else value for name, value in row.items()}
        for row in rows
    ]


def value_of(endpoint: Endpoint, row: Record, column: str) -> str:
    """What stands in a column. Raises FetchRefused where there is no such column."""
    by_name = {name.strip(): value for name, value in row.items()}
    if column not in by_name:
        raise FetchRefused(
            f"{endpoint.endpoint}: no column {column} (found: {', '.join(by_name)}). If the"
            " publisher renamed it, correct orchestration/fetch/endpoints.yml and add an era to"
            f" landing/contracts/{endpoint.dataset}.yml. {STAYS}"
        )
    return _text(by_name[column])


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip("\ufeff \t\r\n\u3000")


def _is_that_of(spool: Spool, period: str | None, rows: list[Record], drawn_up: str) -> bool:
    """Whether the file fetched last says the same, in whatever order, but for the day."""
    entry = spool.last(period)
    if not entry:
        return False
    try:
        before = json.loads((spool.landing / entry["file"]).read_bytes().decode("utf-8-sig"))
        return _said(before, drawn_up) == _said(rows, drawn_up)
    except (OSError, ValueError, AttributeError):
        return False  # someone put another file there; today's answer stands beside it


def _said(rows: list[Record], drawn_up: str) -> Counter:
    return Counter(
        frozenset((name, _text(value)) for name, value in row.items() if name.strip() != drawn_up)
        for row in rows
    )


def _as_json(rows: list[Record]) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()
