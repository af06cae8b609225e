"""Pages of the Ministry's API, and the proof that together they are the whole set.

Belongs here: asking page after page, what must hold between them, resuming. Does not: the key and
its name (connectors/moenv.py), what a cell means (landing).

The API has no guaranteed order, so pages can overlap while others are lost and the number of rows
stays right. Three counts must agree: rows, distinct keys, and the total that every page declares.
What does not agree is fetched once more from the start, since the set may have been updated
meanwhile, and then refused.

A page is kept as its rows and the total alone: the envelope of the API repeats the key.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.errors import FetchRefused
from orchestration.fetch.answers import STAYS
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.spool import TAIPEI, Spool
from orchestration.fetch.transport import REDACTION

MOST_PAGES = 5000  # five million rows; more is an answer that never ends
KEY_WORDS = ("api_key", "api key", "apikey", "金鑰")


@dataclass(frozen=True)
class Whole:
    """The set as one JSON file with the envelope that landing reads, and its number of rows."""

    content: bytes
    rows: int


@dataclass(frozen=True)
class Page:
    """Rows of one page as printed, and the total it declares."""

    records: list[dict[str, Any]]
    total: int | None


class Unlike(Exception):
    """What pages say does not go together; said once more, it is refused."""


def whole(
    endpoint: Endpoint,
    client: Client,
    spool: Spool,
    now: datetime,
    *,
    limit: int,
    key: tuple[str, ...],
    secret: Mapping[str, str],
    renew: str,
) -> Whole:
    """Every row of a set, sorted by `key`, which tells rows apart; without one, every column is.

    `renew` is said where the API does not take the secret. Goes on where a fetch of the same day
    and order was interrupted. Raises FetchFailed, or FetchRefused if two complete tries contradict
    themselves.
    """
    asked = _Asked(endpoint, client, spool, limit, key, secret, renew)
    if not key:
        first = _page(replaced(asked, limit=1), 0).records
        asked = replaced(asked, order=tuple(first[0]) if first else ())
    about = {"day": str(now.astimezone(TAIPEI).date()), "sort": asked.sort, "limit": limit}
    for attempt in (1, 2):
        _begin(asked, about)
        try:
            return _united(endpoint.endpoint, _pages(asked), key)
        except Unlike as error:
            shutil.rmtree(spool.pages, ignore_errors=True)
            if attempt == 2:
                sentence = (
                    f"{endpoint.endpoint}: {error}, in two complete tries. The set may be being"
                    f" updated: fetch again later. {STAYS}"
                )
    raise FetchRefused(REDACTION.text(sentence))


@dataclass(frozen=True)
class _Asked:
    endpoint: Endpoint
    client: Client
    spool: Spool
    limit: int
    key: tuple[str, ...]
    secret: Mapping[str, str]
    renew: str
    order: tuple[str, ...] = ()

    @property
    def sort(self) -> str:
        return ",".join(f"{name} asc" for name in self.key or self.order)

    def page_file(self, offset: int) -> Path:
        return self.spool.pages / f"{offset:09d}.json"


def _begin(asked: _Asked, about: dict[str, Any]) -> None:
    """Keep the pages of an interrupted fetch only if nothing says that the set changed since.

    They are of today and of the same question, and the first and the last of them are asked again.
    """
    note = asked.spool.pages / "about.json"
    try:
        same = json.loads(note.read_text(encoding="utf-8")) == about
        kept = sorted(int(path.stem) for path in note.parent.glob("[0-9]*.json")) if same else []
        ends = {kept[0], kept[-1]} if kept else set()
        if ends and all(_kept(asked.page_file(o)) == _page(asked, o) for o in sorted(ends)):
            return
    except (OSError, ValueError):
        pass
    shutil.rmtree(note.parent, ignore_errors=True)
    asked.spool.write(note, json.dumps(about).encode())


def _pages(asked: _Asked) -> Iterator[Page]:
    """Pages in order, kept ones first, until a short one. Raises Unlike, FetchFailed, FetchRefused.

    A full page is followed by another request whatever the total says: a total may lie.
    """
    total: int | None = None
    for number in range(MOST_PAGES):
        offset = number * asked.limit
        path = asked.page_file(offset)
        page = _kept(path)
        is_kept = page is not None
        page = page or _page(asked, offset)
        if number and page.total != total and page.records:
            raise Unlike(
                f"the first page declares a total of {_said(total)}, the one from row"
                f" {offset + 1:,} {_said(page.total)}"
            )
        total = page.total if not number else total
        if len(page.records) > asked.limit:
            raise FetchRefused(
                f"{asked.endpoint.endpoint}: a page holds {len(page.records):,} rows where at most"
                f" {asked.limit:,} were asked for. {STAYS}"
            )
        if not is_kept:
            kept = {"total": page.total, "records": page.records}
            asked.spool.write(path, json.dumps(kept, ensure_ascii=False).encode())
        yield page
        if len(page.records) < asked.limit:
            return
    raise FetchRefused(
        f"{asked.endpoint.endpoint}: {MOST_PAGES:,} pages and no end; no set of this publisher is"
        f" that large. {STAYS}"
    )


def _said(total: int | None) -> str:
    return "none" if total is None else f"{total:,} rows"


def _kept(path: Path) -> Page | None:
    """A page that came before an interruption; None if it is not there, or not readable."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Page(raw["records"], raw["total"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _page(asked: _Asked, offset: int) -> Page:
    sort = {"sort": asked.sort} if asked.sort else {}
    answer = asked.client.get(
        asked.endpoint,
        params={"format": "json", "limit": str(asked.limit), "offset": str(offset), **sort},
        secret=asked.secret,
        says_no=lambda body: asked.renew if about_key(body) else None,
    )
    who = f"{asked.endpoint.endpoint}, the page from row {offset + 1:,}"
    try:
        document = json.loads(answer.content, parse_float=str, parse_int=str, parse_constant=str)
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise FetchRefused(f"{who}: it holds half a character (a surrogate). {STAYS}") from None
    except (ValueError, RecursionError) as error:
        raise FetchRefused(f"{who}: no complete JSON ({error}). {STAYS}") from None
    records, total = _envelope(document)
    if records is None:
        shown = REDACTION.text(json.dumps(document, ensure_ascii=False))[:120]
        raise FetchRefused(f"{who}: no list of records ({shown}). {STAYS}")
    if not all(isinstance(record, dict) for record in records):
        raise FetchRefused(f"{who}: a record is no object. {STAYS}")
    if total is not None and not re.fullmatch(r"[0-9]{1,12}", str(total)):
        raise FetchRefused(f"{who}: the total is {str(total)[:40]!r}, no number. {STAYS}")
    return Page(records, None if total is None else int(total))


def _envelope(document: Any) -> tuple[list[Any] | None, Any]:
    """Records and total, from {records, total}, {result: ...} or a bare list."""
    if isinstance(document, list):
        return document, None
    if not isinstance(document, dict):
        return None, None
    if isinstance(document.get("result"), dict):
        return _envelope(document["result"])
    for name in ("records", "data"):
        if isinstance(document.get(name), list):
            return document[name], document.get("total")
    return None, None


def about_key(body: bytes) -> bool:
    """Whether an answer without rows speaks of the key: the API says so as text or as JSON."""
    if b'"records"' in body or body.lstrip()[:1] in (b"[", b"<"):
        return False
    text = body[:2000].decode("utf-8", "replace").casefold()
    return any(word in text for word in KEY_WORDS)


def _united(who: str, pages: Iterator[Page], key: tuple[str, ...]) -> Whole:
    """One file of all pages, in the order of the key whatever order they came in.

    Raises Unlike as soon as the counts cannot agree any more.
    """
    header: list[str] = []
    names: list[str] = []
    total: int | None = None
    places: dict[tuple[str, ...], int] = {}
    rows: list[tuple[tuple[str, ...], bytes]] = []  # as bytes: half the memory of Chinese text
    for page in pages:
        for record in page.records:
            number = len(rows) + 1
            if number == 1:
                header, total = list(record), page.total
                names = _columns(who, header, key)
            if record.keys() != set(header):
                differs = ", ".join(sorted(record.keys() ^ set(header)))
                raise Unlike(f"row {number:,} has other columns than the first one ({differs})")
            text = json.dumps({name: record[name] for name in header}, ensure_ascii=False)
            same = tuple(str(record[name]) for name in names) or (text,)
            if same in places:
                shown = ", ".join(f"{n} {v}" for n, v in zip(names, same, strict=False)) or text
                raise Unlike(
                    f"row {number:,} repeats row {places[same]:,} ({shown[:120]}): pages overlap,"
                    " and other rows are lost"
                )
            places[same] = number
            rows.append((same, text.encode()))
        if total is not None and len(rows) > total:
            raise Unlike(f"a total of {total:,} rows is declared, and {len(rows):,} came")
    if not rows:
        raise Unlike("there are no rows at all; an empty set is no data")
    if total is not None and total != len(rows):
        raise Unlike(f"a total of {total:,} rows is declared, and {len(rows):,} came")
    rows.sort()
    head, tail = f'{{"total": {len(rows)}, "records": [\n'.encode(), b"\n]}\n"
    return Whole(head + b",\n".join(text for _, text in rows) + tail, len(rows))


def _columns(who: str, header: list[str], key: tuple[str, ...]) -> list[str]:
    """The columns of the key as this layout spells them; none, where no key is known.

    Raises FetchRefused if one is not there.
    """
    spelled = {name.casefold(): name for name in header}
    missing = [name for name in key if name.casefold() not in spelled]
    if missing:
        raise FetchRefused(
            f"{who}: column {', '.join(missing)} of the key is not there (found:"
            f" {', '.join(header)}). The publisher changed the layout: correct `key` in"
            f" orchestration/fetch/endpoints.yml. {STAYS}"
        )
    return [spelled[name.casefold()] for name in key]
