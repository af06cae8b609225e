"""Damage to tables: cut, doubled, shuffled, moved, unbalanced, blown up.

Belongs here: rows, columns, cells. Does not: encodings and JSON (mutants_encoding.py), workbooks
(mutants_archive.py), names and links (mutants_place.py).
"""

import csv
import io
import json
import random
import re

from base_files import Base, base, render
from mutants import Mutant, damage, heavy, of

FORMULAS = ("=cmd|' /C calc'!A0", "=1+1", "+1+1", "-2+3", "@SUM(1)", '=HYPERLINK("http://x","y")')
NO_NUMBERS = ("NaN", "Infinity", "-inf", "1e999", "-1e400", "9" * 500, "0x10", "1_000", "=1+1")


def lines_of(made: Base) -> list[bytes]:
    """The lines of a CSV file without their ends, title and header first."""
    return made.content().split(b"\r\n")[:-1]


def first_row(made: Base) -> int:
    """Where the data rows of `lines_of` begin."""
    return len(made.title) + 1


def texts_of(made: Base) -> list[int]:
    """Places of columns that fill one column of text, which no rule looks into."""
    contract = made.contract
    found = []
    for place, name in enumerate(made.header):
        era = next((e for e in contract.eras if name in e.map), None)
        into = era.map[name] if era else ()
        if len(into) != 1 or into[0] in contract.key:
            continue
        column = contract.columns[into[0]]
        plain = column.type == "text" and not column.nulls and not column.must
        if plain and not contract.derived.get(column.name):
            found.append(place)
    return found


def numbers_of(made: Base) -> list[int]:
    """Places of cells that hold a figure, by the base file itself."""
    return [i for i, cell in enumerate(made.rows[0]) if "." in cell and _is_float(cell)]


def _is_float(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def with_cell(made: Base, row: int, place: int, text: str) -> Base:
    """The file with another text in a cell; the truth stays."""
    rows = [list(cells) for cells in made.rows]
    rows[row][place] = text
    return made.with_rows(rows, made.truth)


@damage
def cut_at_a_byte(made: Base, draw: random.Random) -> Mutant:
    content = made.content()
    at = draw.randrange(1, len(content))
    if made.kind != "csv":
        return of(made, content[:at], [])
    whole, position = 0, len(b"\r\n".join(lines_of(made)[: first_row(made)]))
    for line in lines_of(made)[first_row(made) :]:
        position += 2 + len(line)
        if position > at:
            break
        whole += 1
    contract = made.contract
    tail = content[:at].rsplit(b"\r\n", 1)[-1]
    cells = next(csv.reader([tail.decode("utf-8", "ignore")]), [])
    in_last_cell = len(cells) == len(made.header) and (contract.own or contract.open_end)
    return of(made, content[:at], made.truth[:whole], open_end=in_last_cell)


@damage
def cut_at_a_row(made: Base, draw: random.Random) -> Mutant:
    kept = draw.randrange(1, len(made.rows))
    short = made.with_rows(made.rows[:kept], made.truth[:kept])
    return of(short, short.content())


@damage
def a_third_of_the_rows_is_gone_since_the_vintage_before(made: Base, draw: random.Random):
    if made.contract.own or not made.contract.key_loss or len(made.rows) < 3:
        return None
    later = base(made.contract, made.kind, later=1)
    kept = sorted(draw.sample(range(len(later.rows)), len(later.rows) * 2 // 3))
    short = later.with_rows([later.rows[i] for i in kept], [later.truth[i] for i in kept])
    return Mutant(short, short.files(), short.truth, before=made.files())


@damage
def rows_doubled(made: Base, draw: random.Random) -> Mutant:
    some = draw.sample(range(len(made.rows)), draw.randrange(1, len(made.rows) + 1))
    doubled = made.with_rows(
        made.rows + [made.rows[i] for i in some], made.truth + [made.truth[i] for i in some]
    )
    return of(doubled, doubled.content())


@damage
def rows_shuffled(made: Base, draw: random.Random) -> Mutant:
    order = draw.sample(range(len(made.rows)), len(made.rows))
    mixed = made.with_rows([made.rows[i] for i in order], [made.truth[i] for i in order])
    return of(mixed, mixed.content())


@damage
def the_file_twice(made: Base, draw: random.Random) -> Mutant | None:
    stem, _, ending = made.name.rpartition(".")
    pattern = made.contract.vintage.get("pattern", "")
    if not re.search(pattern, f"{stem}_copy.{ending}".rsplit("/", 1)[-1]):
        return None
    mutant = of(made, made.content())
    mutant.files[f"{stem}_copy.{ending}"] = mutant.files[made.name]
    return mutant


@damage
def pages_joined_with_their_headers(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "json":
        return None
    at = draw.randrange(1, len(made.rows))
    joined = made.with_rows([*made.rows[:at], made.header, *made.rows[at:]], made.truth)
    return of(joined, joined.content(), made.truth)


@damage
def columns_moved_with_their_headers(made: Base, draw: random.Random) -> Mutant:
    order = draw.sample(range(len(made.header)), len(made.header))
    table = [[row[i] for i in order] for row in (made.header, *made.rows)]
    return of(made, render(made.kind, [*made.title, *table]))


@damage
def a_column_is_gone(made: Base, draw: random.Random) -> Mutant | None:
    dispensable = {*made.contract.optional}
    era = next((e for e in made.contract.eras if made.header[0] in e.map), None)
    listed = made.header if not era or era.wide_names else [*era.map, *era.ignored, *era.dropped]
    needed = [
        i
        for i, name in enumerate(made.header[: len(listed)])
        if not era or not set(era.map.get(name, (name,))) <= dispensable
        if not (era and made.contract.own and name in era.ignored)
    ]
    gone = draw.choice(needed)
    table = [[c for i, c in enumerate(row) if i != gone] for row in (made.header, *made.rows)]
    return of(made, render(made.kind, [*made.title, *table]), [])


@damage
def a_column_is_new_or_twice(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "json":
        return None
    name = draw.choice(["new", draw.choice(made.header)])
    table = [[*made.header, name], *([*row, "7.5"] for row in made.rows)]
    return of(made, render(made.kind, [*made.title, *table]), [])


@damage
def lines_above_and_cells_beyond(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "json":
        return None
    above = [["公告"], [], ["x", "y"]][: draw.randrange(4)]
    more = [""] * draw.randrange(3)
    beyond = [[*row, *more] for row in (made.header, *made.rows)]
    return of(made, render(made.kind, [*above, *made.title, *beyond]))


@damage
def a_cell_too_many_or_too_few(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "csv":
        return None
    at, rows = draw.randrange(len(made.rows)), [list(row) for row in made.rows]
    if draw.random() < 0.5:
        rows[at] = ["shifted", *rows[at]]
        return of(made, made.with_rows(rows, made.truth).content())
    rows[at] = rows[at][:-1]
    truth = list(made.truth)
    for name, column in made.contract.columns.items():
        if column.may_be_cut_off:  # the last cell; a row may do without
            truth[at] = [row | {name: None} for row in truth[at]]
    return of(made, made.with_rows(rows, made.truth).content(), truth)


@damage
def a_formula_in_a_text(made: Base, draw: random.Random) -> Mutant | None:
    texts = texts_of(made)
    if not texts or made.kind == "xlsx":
        return None
    at, place, text = draw.randrange(len(made.rows)), draw.choice(texts), draw.choice(FORMULAS)
    era = next(e for e in made.contract.eras if made.header[place] in e.map)
    column = era.map[made.header[place]][0]
    truth = [list(group) for group in made.truth]
    truth[at] = [row | {column: text} for row in truth[at]]
    changed = with_cell(made, at, place, draw.choice(["", "\t"]) + text)
    return of(made, changed.content(), truth)


@damage
def no_number_where_one_should_be(made: Base, draw: random.Random) -> Mutant | None:
    numbers = [] if made.contract.own else numbers_of(made)
    if not numbers:
        return None
    at, place, text = draw.randrange(len(made.rows)), draw.choice(numbers), draw.choice(NO_NUMBERS)
    changed = with_cell(made, at, place, text)
    if made.kind == "json" and draw.random() < 0.7 and text[-1] not in "01":
        raw = changed.content().decode().replace(f'"{text}"', text)
        return of(made, raw.encode())
    return of(made, changed.content())


@damage
def a_quotation_mark_too_many(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "csv":
        return None
    lines = lines_of(made)
    at = draw.randrange(first_row(made), len(lines))
    cells = lines[at].split(b",")
    place = draw.randrange(len(cells))
    cells[place] = b'"' + cells[place]
    lines[at] = b",".join(cells)
    if draw.random() < 0.7:  # a second one, some rows on, closes it
        to = min(at + draw.randrange(4), len(lines) - 1)
        last = lines[to].split(b",")
        last[place] += b'"'
        lines[to] = b",".join(last)
    return of(made, b"\r\n".join([*lines, b""]))


@damage
def line_ends_of_all_kinds(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "csv":
        return None
    ends = (b"\r\n", b"\n", b"\r", b"\n\n\n", b"\r\n , ,\r\n")
    return of(made, b"".join(line + draw.choice(ends) for line in lines_of(made)))


@damage
def an_error_page(made: Base, draw: random.Random) -> Mutant:
    pages = (
        b"<!DOCTYPE html><html><body>500</body></html>", b"n/a", b"", b" \r\n ", b"\0" * 512,
        b'{"message": "API key expired"}', b"[]", b"{}", b"null", b"[[1,2],[3,4]]", b'"text"',
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"PK\x05\x06" + b"\0" * 18, bytes(range(256)) * 4,
        b"\x1f\x8b\x08\0\0\0\0\0", b"-" * 1000, b"," * 5000, b'"' * 501, b"\x1b[2J\x1b]0;x\x07,a\n",
    )  # fmt: skip
    return of(made, draw.choice(pages), [])


@heavy
def a_million_columns(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "xlsx":
        return None
    many = [f"c{i}" for i in range(1_000_000)]
    if made.kind == "json":
        return of(made, json.dumps([dict.fromkeys(many, "1")] * 2).encode()[: 40 * 10**6], [])
    at = draw.choice([0, 3])
    lines = lines_of(made)
    lines[at] = b",".join([lines[at], *(name.encode() for name in many)])
    return of(made, b"\r\n".join([*lines, b""]), [])


@heavy
def a_cell_of_many_megabytes(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "xlsx":
        return None
    huge = draw.choice(["x", "9", "甲", '"', "\n"]) * draw.choice([200_000, 30_000_000])
    changed = with_cell(made, draw.randrange(len(made.rows)), 0, huge)
    if made.kind == "json":
        return of(made, changed.content(), [])
    text = io.StringIO()
    csv.writer(text).writerows([*made.title, made.header, *changed.rows])
    return of(made, text.getvalue().encode(), [])


@heavy
def a_million_blank_rows(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "csv":
        return None
    blank = draw.choice([b"\r\n", b",,,\r\n", b"  \n"]) * 1_000_000
    lines = b"\r\n".join([*lines_of(made), b""])
    return of(made, draw.choice([lines + blank, lines[:1] + lines[1:] + blank + b"x,y\r\n"]))
