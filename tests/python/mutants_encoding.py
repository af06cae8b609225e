"""Damage to the encoding of CSV and JSON, to single characters, and to the shape of JSON.

Belongs here: bytes, characters, records. Does not: rows and columns (mutants_text.py).
"""

import json
import random

from base_files import Base
from mutants import Mutant, damage, of
from mutants_text import lines_of, texts_of


@damage
def in_big5(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "xlsx":
        return None
    try:
        return of(made, made.content().decode().encode("cp950"))
    except UnicodeEncodeError:
        return None


@damage
def one_row_in_big5(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "csv":
        return None
    lines = lines_of(made)
    at = draw.randrange(len(lines))
    lines[at] = lines[at].decode().encode("cp950", "replace")
    return of(made, b"\r\n".join([*lines, b""]))


@damage
def one_byte_is_none_of_its_encoding(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "xlsx":
        return None
    content = made.content()
    beyond = [i for i, byte in enumerate(content) if byte > 0x7F]
    if not beyond:
        return None
    at = draw.choice(beyond)
    return of(made, content[:at] + draw.choice([b"\xff", b""]) + content[at + 1 :])


@damage
def in_utf16(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "xlsx":
        return None
    encoding = draw.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    content = made.content().decode().encode(encoding)
    return of(made, content)


@damage
def marks_of_byte_order(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "csv":
        return None
    mark, lines = "\ufeff".encode(), lines_of(made)
    at = draw.randrange(len(lines))
    lines[at] = mark + lines[at]
    return of(made, draw.choice([b"", mark]) + b"\r\n".join([*lines, b""]))


@damage
def a_nul_or_half_a_surrogate(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind == "xlsx":
        return None
    content = made.content()
    at = draw.randrange(len(content))
    return of(made, content[:at] + draw.choice([b"\0", b"\xed\xa0\x80"]) + content[at:], [])


@damage
def control_characters_in_a_cell(made: Base, draw: random.Random) -> Mutant | None:
    texts = texts_of(made)
    if not texts or made.kind == "xlsx":
        return None
    at, place = draw.randrange(len(made.rows)), draw.choice(texts)
    sign = draw.choice(["\x1b]0;x\x07", "\x1b[2J", "\x08\x08", "\x7f", "\x9b31m"])
    if made.kind == "json":
        sign = draw.choice([sign, "\ud800", "\0"])
    rows = [list(row) for row in made.rows]
    rows[at][place] += sign
    if made.kind == "json":
        table = [dict(zip(made.header, row, strict=True)) for row in rows]
        return of(made, json.dumps(table).encode())
    return of(made, made.with_rows(rows, made.truth).content())


@damage
def json_of_another_shape(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "json":
        return None
    records = [dict(zip(made.header, row, strict=True)) for row in made.rows]
    text = json.dumps(records, ensure_ascii=False)
    name = json.dumps(made.header[0], ensure_ascii=False)
    deep = draw.choice([50, 5_000, 200_000])
    shapes = {
        "deep": "[" * deep + "]" * deep,
        "a deep value": text.replace('"', f'"x":{"[" * 600}{"]" * 600},"', 1),
        "twice": text.replace("{", f'{{{name}: "other", ', 1),
        "another key": text.replace(name, '"another"', 1),
        "a list inside": text.replace(
            "{", f'{{"more": {draw.choice(["[1]", "{}", "[[[]]]"])}, ', 1
        ),
        "total": json.dumps(
            {"records": records, "total": draw.choice(["x", "1e3", -1, {}, 10**40])}
        ),
        "a lying total": json.dumps({"records": records, "total": len(records) + 1}),
        "more behind": text + draw.choice(["]", "[]", "x", "\n{}"]),
        "comments": "/* x */" + text,
        "records of none": json.dumps([None, 1, "x", records[0]]),
    }
    return of(made, draw.choice(list(shapes.values())).encode(), [])


@damage
def json_in_an_envelope(made: Base, draw: random.Random) -> Mutant | None:
    if made.kind != "json":
        return None
    records = [dict(zip(made.header, row, strict=True)) for row in made.rows]
    for record in records:  # keys in any order
        items = draw.sample([*record.items()], len(record))
        record.clear()
        record.update(items)
    total = draw.choice([len(records), str(len(records))])
    inner = {"records": records, "total": total, "__extras": {"api_key": None}}
    return of(made, json.dumps(draw.choice([inner, {"result": inner}])).encode())
