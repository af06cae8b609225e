"""From the bytes of a file to rows of text, exactly as published.

Belongs here: encodings, CSV, JSON, what is an error page. Does not: workbooks (workbook.py),
which row is the header, what a cell means.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from orchestration.errors import LandingRefused
from orchestration.landing import limits, workbook

# bodies that MOPS and the MOENV serve with HTTP 200: script stub, "n/a", throttled, not published
ERROR_BODY_SIZES = (65, 97, 496, 916)
ENVELOPE_KEYS = ("records", "data")


@dataclass(frozen=True)
class Sheet:
    """Rows of text in file order (title lines and header included) and what the container said.

    `rows` begins anew at each call: a CSV file is parsed again instead of being held as text,
    which would take ten times its size. `is_open` is a text whose last line has no line end.
    """

    rows: Callable[[], Iterator[list[str]]]
    encoding: str
    declared_total: int | None = None
    is_open: bool = False


def read(
    name: str, content: bytes, formats: tuple[str, ...], encodings: tuple[str, ...]
) -> list[Sheet]:
    """The sheets of a file (one, except in a workbook).

    Raises LandingRefused, naming the file, for an error page, an undecodable text, a broken
    container or a format the contract does not have.
    """
    if not content.strip():
        raise LandingRefused(
            f"{name}: the file is empty; an empty answer is an error, not data. {_AGAIN}"
        )
    if content.startswith(workbook.OLE):
        raise LandingRefused(
            f"{name}: this is a workbook with a password, or one of Excel before 2007. Save it as"
            " .xlsx without a password. Nothing was loaded from it."
        )
    kind = "xlsx" if content[:2] == b"PK" else None
    text, encoding = ("", "binary") if kind else decode(name, content, encodings)
    start = text.lstrip()[:200].casefold()
    if start.startswith("<"):
        raise LandingRefused(
            f"{name}: this is a web page ({len(content)} bytes, begins {text.lstrip()[:40]!r}),"
            f" not data. {_AGAIN}"
        )
    kind = kind or ("json" if start[:1] in ("[", "{") else "csv")
    if kind not in formats:
        raise LandingRefused(
            f"{name}: this is {kind}; the contract expects {' or '.join(formats)}."
            " Download it in that format, or add the format to the contract."
            " Nothing was loaded from it."
        )
    if kind == "xlsx":
        return [_padded(rows) for rows in workbook.sheets(name, content)]
    if kind == "json":
        if len(content) > limits.JSON_BYTES:
            size, limit = f"{len(content):,} bytes", f"{limits.JSON_BYTES:,} bytes"
            raise limits.exceeded(name, "its size", size, limit)
        return [_json(name, text, encoding)]
    is_open = not content.endswith((b"\n", b"\r"))
    return [Sheet(lambda: _csv(name, content, encoding), encoding, is_open=is_open)]


def _padded(rows: list[list[str]]) -> Sheet:
    """A workbook does not store the empty cells at the end of a row."""
    width = max(map(len, rows), default=0)
    return Sheet(lambda: (row and row + [""] * (width - len(row)) for row in rows), "xlsx")


_AGAIN = "Download it again. Nothing was loaded from it."


def decode(name: str, content: bytes, encodings: tuple[str, ...]) -> tuple[str, str]:
    """The text and the name of its encoding (utf-8-sig when a byte order mark was there).

    Raises LandingRefused.
    """
    at = content.find(b"\0")
    if at >= 0 or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise LandingRefused(
            f"{name}: byte {max(at, 0) + 1} ({content[max(at, 0)]:#04x}) is in no text. The file is"
            f" damaged or in UTF-16; the contract has {', '.join(encodings)}. Save it as UTF-8."
            " Nothing was loaded from it."
        )
    if content.startswith(b"\xef\xbb\xbf"):
        encodings = ("utf-8-sig",)
    position = 0
    for encoding in encodings:
        if position and _is_utf8_but_for_a_few(content):
            break
        try:
            return content.decode(_codec(encoding)), encoding
        except UnicodeDecodeError as error:
            position = max(position, error.start)
    raise LandingRefused(
        f"{name}: byte {position + 1} ({content[position]:#04x}) fits none of the encodings"
        f" of the contract ({', '.join(encodings)}). The file is damaged"
        " or in an encoding the contract does not declare."
        " Nothing was loaded from it."
    )


def _is_utf8_but_for_a_few(content: bytes) -> bool:
    """Whether most of a text is Chinese in UTF-8: Big5 would then read its bytes as other words."""
    beyond_ascii = len(content) - len(content.decode("ascii", "ignore"))
    chinese = sum(map(len, re.findall(rb"[\xe3-\xe9][\x80-\xbf]{2}", content)))
    return chinese * 5 > beyond_ascii


def _codec(encoding: str) -> str:
    # cp950 is Big5 as Windows writes it, with the characters that plain Big5 lacks
    return "cp950" if encoding == "big5" else encoding


def _csv(name: str, content: bytes, encoding: str) -> Iterator[list[str]]:
    csv.field_size_limit(limits.CELL_CHARACTERS)
    text = io.TextIOWrapper(io.BytesIO(content), _codec(encoding), newline="")
    number = 0
    try:
        for number, row in enumerate(csv.reader(text, strict=True), 1):
            if len(row) > limits.COLUMNS:
                cells = f"cells of line {number:,}"
                raise limits.exceeded(name, cells, f"{len(row):,}", f"{limits.COLUMNS:,}")
            if number > limits.ROWS:
                raise limits.exceeded(name, "lines", f"{number:,} or more", f"{limits.ROWS:,}")
            yield row
    except csv.Error as error:
        if "field limit" in str(error):
            limit = f"{limits.CELL_CHARACTERS:,}"
            raise limits.exceeded(
                name, f"characters of a cell of row {number + 1:,}", f"more than {limit}", limit
            ) from error
        raise LandingRefused(
            f"{name}: not a complete CSV file ({error}); it may be cut off. {_AGAIN}"
        ) from error


class _Twice(Exception):
    """A JSON record names a column twice."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return record


def _json(name: str, text: str, encoding: str) -> Sheet:
    try:
        document = json.loads(  # numbers as printed: 0.10 stays 0.10, and NaN is no number
            text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_pairs
        )
    except _Twice as error:
        raise LandingRefused(
            f'{name}: a record has the column "{error}" twice, and only one of the two values can'
            f" be kept. {_AGAIN}"
        ) from error
    except RecursionError as error:
        raise LandingRefused(
            f"{name}: values stand in each other hundreds of levels deep; expected a list of"
            f" records. {_AGAIN}"
        ) from error
    except ValueError as error:
        raise LandingRefused(
            f"{name}: not complete JSON ({error}); it may be cut off. {_AGAIN}"
        ) from error
    records, total = _records(document)
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        found = sorted(document) if isinstance(document, dict) else _JSON_WORDS[type(document)]
        raise LandingRefused(
            f"{name}: no list of records (found: {found}); expected a list,"
            " or an envelope with `records`."
            f" This may be an error answer. {_AGAIN}"
        )
    header = list(records[0]) if records else []
    if len(header) > limits.COLUMNS:
        raise limits.exceeded(name, "columns", f"{len(header):,}", f"{limits.COLUMNS:,}")
    wanted = set(header)
    for number, record in enumerate(records, 1):
        if record.keys() != wanted:
            differs = ", ".join(sorted(record.keys() ^ wanted))
            raise LandingRefused(
                f"{name}: record {number} differs from the first one in its columns ({differs});"
                f" expected one layout in a file. Two layouts, or pages of two datasets,"
                f" stand in it. {_AGAIN}"
            )
    rows = [[_plain(name, record[key]) for key in header] for record in records]
    return Sheet(lambda: iter([header, *rows]), encoding, _total(name, total))


_JSON_WORDS = {dict: "an object", list: "a list", str: "a text", bool: "a truth value"} | {
    type(None): "null"
}


def _total(name: str, total: Any) -> int | None:
    if total is None or re.fullmatch(r"[0-9]{1,12}", str(total)):
        return None if total is None else int(total)
    raise LandingRefused(
        f"{name}: the declared total is {str(total)!r:.60}; expected a whole number. {_AGAIN}"
    )


def _records(document: Any) -> tuple[Any, Any]:
    if not isinstance(document, dict):
        return document, None
    inner = document.get("result")
    if isinstance(inner, dict):
        return _records(inner)
    found = next((document[key] for key in ENVELOPE_KEYS if key in document), None)
    return found, document.get("total")


def _plain(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        if len(value) > limits.CELL_CHARACTERS:
            found, limit = f"{len(value):,}", f"{limits.CELL_CHARACTERS:,}"
            raise limits.exceeded(name, "characters of a value", found, limit)
        return value
    raise LandingRefused(
        f"{name}: a record holds {_JSON_WORDS[type(value)]} where a value was expected."
        " Nothing was loaded from it."
    )
