"""From the bytes of a file to rows of text, exactly as published.

Belongs here: encodings, containers (CSV, JSON, XLSX), what is an error page. Does not:
which row is the header, what a cell means.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import openpyxl

from orchestration.errors import LandingRefused

# bodies that MOPS and the MOENV serve with HTTP 200: script stub, "n/a", throttled, not published
ERROR_BODY_SIZES = (65, 97, 496, 916)
ENVELOPE_KEYS = ("records", "data")


@dataclass(frozen=True)
class Sheet:
    """Rows of text in file order (title lines and header included) and what the container said.

    `rows` begins anew at each call: a CSV file is parsed again instead of being held as text,
    which would take ten times its size.
    """

    rows: Callable[[], Iterator[list[str]]]
    encoding: str
    declared_total: int | None = None


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
        return _workbook(name, content)
    if kind == "json":
        return [_json(name, text, encoding)]
    return [Sheet(lambda: _csv(name, content, encoding), encoding)]


_AGAIN = "Download it again. Nothing was loaded from it."


def decode(name: str, content: bytes, encodings: tuple[str, ...]) -> tuple[str, str]:
    """The text and the name of its encoding (utf-8-sig when a byte order mark was there).

    Raises LandingRefused.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        encodings = ("utf-8-sig",)
    position = 0
    for encoding in encodings:
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


def _codec(encoding: str) -> str:
    # cp950 is Big5 as Windows writes it, with the characters that plain Big5 lacks
    return "cp950" if encoding == "big5" else encoding


def _csv(name: str, content: bytes, encoding: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(
            io.TextIOWrapper(io.BytesIO(content), _codec(encoding), newline=""), strict=True
        )
    except csv.Error as error:
        raise LandingRefused(
            f"{name}: not a complete CSV file ({error}); it may be cut off. {_AGAIN}"
        ) from error


def _json(name: str, text: str, encoding: str) -> Sheet:
    try:
        document = json.loads(text, parse_float=str, parse_int=str)  # as printed: 0.10 stays 0.10
    except ValueError as error:
        raise LandingRefused(
            f"{name}: not complete JSON ({error}); it may be cut off. {_AGAIN}"
        ) from error
    records, total = _records(document)
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        found = sorted(document) if isinstance(document, dict) else type(document).__name__
        raise LandingRefused(
            f"{name}: no list of records (found: {found}); expected a list,"
            " or an envelope with `records`."
            f" This may be an error answer. {_AGAIN}"
        )
    header = list(records[0]) if records else []
    for number, record in enumerate(records, 1):
        if record.keys() != set(header):
            differs = ", ".join(sorted(record.keys() ^ set(header)))
            raise LandingRefused(
                f"{name}: record {number} differs from the first one in its columns ({differs});"
                f" expected one layout in a file. Two layouts, or pages of two datasets,"
                f" stand in it. {_AGAIN}"
            )
    rows = [[_plain(name, record[key]) for key in header] for record in records]
    return Sheet(lambda: iter([header, *rows]), encoding, int(total) if total is not None else None)


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
        return value
    raise LandingRefused(
        f"{name}: a record holds a nested value ({str(value)[:60]}). Nothing was loaded from it."
    )


def _workbook(name: str, content: bytes) -> list[Sheet]:
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise LandingRefused(f"{name}: not a complete workbook ({error}). {_AGAIN}") from error
    sheets = []
    for worksheet in book.worksheets:
        worksheet.reset_dimensions()  # SBTi declares one cell and writes fourteen thousand rows
        rows = [[_cell(value) for value in row] for row in worksheet.iter_rows(values_only=True)]
        width = max(
            map(len, rows), default=0
        )  # a workbook does not store the empty cells at the end of a row
        sheets.append([row + [""] * (width - len(row)) for row in rows])
    book.close()
    return [Sheet(rows.__iter__, "xlsx") for rows in sheets]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat()
    # a code typed as a number; beyond 15 digits the workbook has lost some, and the exponent
    # shows it
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
