"""Damage to workbooks: the ZIP, its XML, what a cell may hold.

Belongs here: XLSX. Does not: rows and columns, which are damaged as in any table (mutants_text.py).
"""

import io
import random
import re
import zipfile

import openpyxl

from base_files import Base
from mutants import Mutant, damage, heavy, of

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"


def rezipped(content: bytes, change: dict[str, bytes], drop: tuple[str, ...] = ()) -> bytes:
    """The archive with members replaced or added, others dropped."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        kept = {n: old.read(n) for n in old.namelist() if n not in drop}
        for name, data in (kept | change).items():
            new.writestr(name, data)
    return made.getvalue()


def member(content: bytes, name: str = SHEET) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


@damage
def the_archive_is_broken(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    content = bytearray(made.content())
    start = content.find(b"PK\x01\x02")  # bytes of members: the checksum is wrong, or zlib stops
    for _ in range(draw.choice([1, 5, 200])):
        at = draw.randrange(200, start)
        content[at] ^= draw.randrange(1, 256)
    return of(made, bytes(content))


@damage
def members_of_the_archive(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    content = made.content()
    evil = "PWNED"
    added = draw.choice(
        [
            {"../../../../tmp/evil.txt": evil.encode(), "/tmp/evil2.txt": b"x"},
            {"..\\..\\evil.txt": b"x", "C:\\evil.txt": b"x"},
            {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"macro" * 100},
            {"xl/externalLinks/externalLink1.xml": b"<externalLink/>", "nested.zip": content},
            {f"xl/media/{i}.png": b"x" for i in range(900)},
        ]
    )
    return of(made, rezipped(content, added))


@damage
def the_workbook_lacks_a_part(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    part = draw.choice([SHEET, BOOK, "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
    if draw.random() < 0.5:
        return of(made, rezipped(made.content(), {}, (part,)))
    broken = draw.choice([b"", b"<x", b"not xml", b"<a><b></a>", b"\xff\xfe<\0a\0/\0>\0"])
    return of(made, rezipped(made.content(), {part: broken}), [])


@damage
def a_cell_of_a_workbook(made: Base, draw: random.Random) -> Mutant | None:
    """A cell that is no number, date, shared text or result; its row may not be taken as it is."""
    if made.kind != "xlsx":
        return None
    sheet = member(made.content()).decode()
    cells = [*re.finditer(r'<c r="([A-Z]+)(\d+)"[^>]*>.*?</c>', sheet)]
    chosen = draw.choice([c for c in cells if int(c[2]) > first_row_of(made)])
    at = f'<c r="{chosen[1]}{chosen[2]}"'
    cell = draw.choice(
        [
            f'{at} t="n"><v>twelve</v></c>', f'{at} t="n"><v>NaN</v></c>',
            f'{at} t="n"><v>{"9" * 5000}</v></c>', f'{at} t="n"><v>1e999</v></c>',
            f'{at} t="d"><v>99999-99-99</v></c>', f'{at} t="s"><v>99999</v></c>',
            f'{at} t="e"><v>#REF!</v></c>', f"{at}><f>1/0</f></c>", f"{at}><f>SUM(A1:A9)</f></c>",
            f'{at} t="inlineStr"><is><t>a_x001B_[2J&#27;</t></is></c>',
            f'{at} t="b"><v>7</v></c>', f'{at} t="x"><v>7</v></c>', f'{at} s="99999"><v>1</v></c>',
            f'{at} t="str"><f>WEBSERVICE("http://x")</f></c>',
        ]
    )  # fmt: skip
    changed = _with_sheet(made, sheet.replace(chosen[0], cell))
    return of(made, changed, _without(made, chosen[2]), free=1)


def first_row_of(made: Base) -> int:
    return len(made.title) + 1


def _without(made: Base, row: str) -> list:
    """The truth of the other rows: what the damaged one says can no longer be known."""
    at = int(row) - first_row_of(made) - 1
    return [group for i, group in enumerate(made.truth) if i != at]


def _with_sheet(made: Base, sheet: str) -> bytes:
    return rezipped(made.content(), {SHEET: sheet.encode()})


@damage
def places_in_a_workbook(made: Base, draw: random.Random) -> Mutant | None:
    """Rows and columns that say they are elsewhere, and a wrong size of the sheet."""
    if made.kind != "xlsx":
        return None
    sheet = member(made.content()).decode()
    last = len(made.rows) + first_row_of(made)
    far = draw.choice(["1048576", "999999999", "99999999999999999999", "-1", "x"])
    sheet = draw.choice(
        [
            sheet.replace("<sheetData>", '<dimension ref="A1:A1"/><sheetData>'),
            sheet.replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'),
            sheet.replace(f'<row r="{last}"', f'<row r="{far}"'),
            sheet.replace(f'r="A{last}"', f'r="ZZZ{last}"'),
            sheet.replace(f'r="A{last}"', f'r="ZZZZZZZZ{last}"'),
        ]
    )
    return of(made, _with_sheet(made, sheet))


@damage
def entities_without_end(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    part = draw.choice([SHEET, BOOK, "[Content_Types].xml", "xl/styles.xml"])
    text = member(made.content(), part).decode()
    entities = "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "lol"}">'
        for i in range(draw.choice([2, 10]))
    )
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    body = re.sub(r"^<\?xml[^>]*\?>", "", text)
    bomb = f"<!DOCTYPE w [{draw.choice([entities, outside])}]>{body}"
    encoding = draw.choice(["utf-8", "utf-16"])
    return of(made, rezipped(made.content(), {part: bomb.encode(encoding)}), [])


@damage
def a_password_or_an_old_workbook(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    if draw.random() < 0.5:
        return of(made, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, [])
    content = bytearray(made.content())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(sign, at + 4)
    return of(made, bytes(content), [])


@damage
def two_sheets(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    book = openpyxl.load_workbook(io.BytesIO(made.content()))
    other = book.create_sheet("other", draw.choice([0, 1]))
    has_rows = draw.random() < 0.5
    if has_rows:
        for row in book["data"].iter_rows(values_only=True):
            other.append(row)
    else:
        other.append(["notes", "of a person"])
    made_again = io.BytesIO()
    book.save(made_again)
    return of(made, made_again.getvalue(), [] if has_rows else None)


@heavy
def gigabytes_in_an_archive(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    content, block = made.content(), b"<row/>" * 200_000
    kind = draw.choice(["declared", "undeclared", "nested"])
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet9.xml", "w") as file,
    ):
        for _ in range(200):  # 240 MB in a quarter of one
            file.write(block)
    bomb = packed.getvalue()
    if kind == "nested":
        return of(made, rezipped(content, {"inner.xlsx": bomb}))
    if kind == "undeclared":  # the member says that it is small
        size = (240_000_000).to_bytes(4, "little")
        bomb = bomb.replace(size, (1000).to_bytes(4, "little"))
    return of(made, bomb, [])


@heavy
def one_long_text_in_every_cell(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "xlsx":
        return None
    book = openpyxl.load_workbook(io.BytesIO(made.content()))
    for _ in range(400):  # the archive keeps it once
        book["data"].append(["x" * 32_000] * 50)
    packed = io.BytesIO()
    book.save(packed)
    return of(made, packed.getvalue(), [])
