"""A workbook is a ZIP of XML: what is asked of both, and the rows of its sheets as text.

Belongs here: XLSX. Does not: other containers (reading.py).
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.parsers import expat

import openpyxl

from orchestration.errors import LandingRefused
from orchestration.landing import limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel until 2003, or a workbook with a password
LAST_ROW = 1_048_576
_AGAIN = "Download it again. Nothing was loaded from it."


class _Enough(Exception):
    """What was looked for in an XML file is known."""


def sheets(name: str, content: bytes) -> list[list[list[str]]]:
    """The rows of each sheet, without the empty cells at their ends.

    Raises LandingRefused, naming the file, for a broken, encrypted or oversized container, a
    document type declaration, and a formula whose result was never stored.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_sane(name, archive)
            _require_results(name, archive)
        return list(_read(name, content))
    except (LandingRefused, MemoryError):
        raise
    except Exception as error:  # whatever a parser stumbles over, the workbook is broken
        told = isinstance(error, zipfile.BadZipFile) or type(error).__module__ == "zlib"
        why = f" ({error})" if told else ""
        raise LandingRefused(f"{name}: not a complete workbook{why}. {_AGAIN}") from error


def _require_sane(name: str, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > limits.MEMBERS:
        raise limits.exceeded(
            name, "members of the archive", f"{len(members):,}", f"{limits.MEMBERS:,}"
        )
    names = [member.filename for member in members]
    twice = next((n for n in names if names.count(n) > 1), None)
    if twice:
        raise LandingRefused(f"{name}: the archive holds {twice} twice. {_AGAIN}")
    # reading stops at the size a member declares, so the declared sizes bound what is read
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.UNPACKED_BYTES:
        raise limits.exceeded(
            name, "its size unpacked", f"{unpacked:,} bytes", f"{limits.UNPACKED_BYTES:,} bytes"
        )
    for member in members:
        if member.flag_bits & 1:
            raise LandingRefused(
                f"{name}: the workbook has a password. Save it without one."
                " Nothing was loaded from it."
            )
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > limits.RATIO_FROM and ratio > limits.UNPACKED_RATIO:
            raise limits.exceeded(
                name,
                f"{member.filename} unpacked against packed",
                f"{ratio:,.0f} times",
                f"{limits.UNPACKED_RATIO} times",
            )
        if member.filename.endswith((".xml", ".rels")) and _has_doctype(archive, member):
            raise LandingRefused(
                f"{name}: {member.filename} declares a document type, which no workbook does;"
                f" entities can make it grow without end. {_AGAIN}"
            )


def _has_doctype(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether an XML file declares a document type before its first element."""
    found = []

    def doctype(*_: Any) -> None:
        found.append(True)
        raise _Enough

    def element(*_: Any) -> None:
        raise _Enough

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler = doctype, element
    try:
        with archive.open(member) as file:
            while block := file.read(65_536):
                parser.Parse(block)
    except (_Enough, expat.ExpatError):  # a file that is no XML is judged by who needs it
        pass
    return bool(found)


def _require_results(name: str, archive: zipfile.ZipFile) -> None:
    """A formula is read by its stored result; without one its cell would be taken as empty."""
    for member in archive.namelist():
        if not member.startswith("xl/worksheets/") or not member.endswith(".xml"):
            continue
        text = archive.read(member)
        _require_order(name, text)
        if b"<f" in text or b":f" in text:
            bare = _formulas_without_result(text)
            if bare:
                raise LandingRefused(
                    f"{name}: cell {bare[0]} holds a formula without a result"
                    f" ({len(bare):,} such cell(s)). Open it in a spreadsheet, save it, and land it"
                    " again, or keep values alone. Nothing was loaded from it."
                )


def _require_order(name: str, text: bytes) -> None:
    """Rows and cells stand in the order of their places, each once: the reader drops the others."""
    last = 0
    for match in _ROW.finditer(text):
        row = int(match[1]) if match[1].isdigit() else 0
        if not last < row <= LAST_ROW:
            raise LandingRefused(
                f"{name}: row {match[1].decode('ascii', 'replace'):.20} stands behind row {last:,};"
                f" rows are numbered upwards, to {LAST_ROW:,}. {_AGAIN}"
            )
        last = row
    before = (0, 0)
    for match in _CELL.finditer(text):
        column = 0
        for letter in match[1]:
            column = column * 26 + letter - 64
        place = (int(match[2]), column)
        if place <= before:
            raise LandingRefused(
                f"{name}: cell {(match[1] + match[2]).decode()} stands behind a later one, or"
                f" twice. Open the workbook in a spreadsheet and save it. {_AGAIN}"
            )
        before = place


_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="([^"]{0,30})')
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,9})(\d{1,9})"')


def _formulas_without_result(text: bytes) -> list[str]:
    found: list[str] = []
    cell = {"at": "", "formula": False, "result": False, "is_text": False}
    inside = [""]

    def start(tag: str, attributes: dict[str, str]) -> None:
        inside[0] = tag.rpartition(":")[2]
        match inside[0]:
            case "c":
                is_text = attributes.get("t") == "str"
                cell.update(
                    at=attributes.get("r", "?"), formula=False, result=False, is_text=is_text
                )
            case "f":
                cell["formula"] = True
            case "v":  # an empty one is a result only where it is a text
                cell["result"] = cell["is_text"]
            case "is":
                cell["result"] = True

    def characters(_: str) -> None:
        if inside[0] == "v":
            cell["result"] = True

    def end(tag: str) -> None:
        inside[0] = ""
        if tag.rpartition(":")[2] == "c" and cell["formula"] and not cell["result"]:
            found.append(cell["at"])

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.Parse(text, True)
    return found


def _read(name: str, content: bytes) -> Iterator[list[list[str]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles; a date that is none becomes an error value
        book = openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
        characters = 0
        for worksheet in book.worksheets:
            worksheet.reset_dimensions()  # SBTi declares one cell and writes fourteen thousand rows
            rows: list[list[str]] = []
            for number, row in enumerate(worksheet.iter_rows(values_only=True), 1):
                if number > limits.ROWS:
                    raise limits.exceeded(name, "rows", f"{number:,} or more", f"{limits.ROWS:,}")
                cells = [_cell(value) for value in row]
                while cells and not cells[-1]:
                    cells.pop()
                if len(cells) > limits.COLUMNS:
                    raise limits.exceeded(
                        name, f"cells of row {number:,}", f"{len(cells):,}", f"{limits.COLUMNS:,}"
                    )
                # one text may be shared by many cells, and is written for each
                characters += sum(map(len, cells))
                if characters > limits.UNPACKED_BYTES:
                    raise limits.exceeded(
                        name,
                        "characters of all cells",
                        f"{characters:,} or more",
                        f"{limits.UNPACKED_BYTES:,}",
                    )
                rows.append(cells)
            yield rows
        book.close()


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
