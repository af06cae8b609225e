"""Ways in which the numbers of a valid file go wrong, on its rows of text.

Belongs here: the kinds of change, each with what it changes. Does not: containers and encodings of
files, landing what comes out. A kind returns None where it changes nothing.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

NUMBER = re.compile(
    r"(?P<before>[^0-9.+-]*)(?P<sign>[+-]?)(?P<digits>[0-9,]*\.?[0-9]*)(?P<after>.*)"
)
Rows = list[list[str]]


@dataclass
class Table:
    """The rows of a file below its header, and the places of its columns by what they hold."""

    names: list[str]
    rows: Rows
    numbers: list[int]
    ids: list[int] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)

    def copy(self) -> Rows:
        return [list(row) for row in self.rows]


def with_value(text: str, change: Callable[[Decimal], Decimal]) -> str:
    """The number of a cell changed, in the style it is printed in; other cells as they are."""
    match = NUMBER.fullmatch(text.strip())
    if not match or not any(c.isdigit() for c in match["digits"]):
        return text
    try:
        value = change(Decimal(match["sign"] + match["digits"].replace(",", "")))
    except InvalidOperation:
        return text
    shown = f"{value:,f}" if "," in match["digits"] else f"{value:f}"
    return f"{match['before']}{shown}{match['after']}"


def _each(table: Table, place: int, change: Callable[[str], str]) -> Rows | None:
    rows = table.copy()
    for row in rows:
        if place < len(row):
            row[place] = change(row[place])
    return None if rows == table.rows else rows


def _valued(change: Callable[[Decimal], Decimal]):
    return lambda table, place, dice: _each(table, place, lambda t: with_value(t, change))


def _texts(change: Callable[[str], str]):
    def only_numbers(text: str) -> str:
        return change(text) if any(c.isdigit() for c in text) else text

    return lambda table, place, dice: _each(table, place, only_numbers)


def _largest(table: Table, place: int) -> int | None:
    best, found = Decimal(-1), None
    for i, row in enumerate(table.rows):
        text = re.sub(r"[^0-9.]", "", row[place]) if place < len(row) else ""
        if text.strip(".") and text.count(".") < 2 and Decimal(text) > best:
            best, found = Decimal(text), i
    return found


def one_value(table: Table, place: int, dice: random.Random) -> Rows | None:
    """The largest value times a thousand."""
    rows, i = table.copy(), _largest(table, place)
    if i is None:
        return None
    rows[i][place] = with_value(rows[i][place], lambda v: v * 1000)
    return rows


def one_digit(table: Table, place: int, dice: random.Random) -> Rows | None:
    """One digit of one cell is another one."""
    rows = table.copy()
    full = [row for row in rows if place < len(row) and any(c.isdigit() for c in row[place])]
    if not full:
        return None
    row = dice.choice(full)
    at = dice.choice([i for i, c in enumerate(row[place]) if c.isdigit()])
    digit = dice.choice([d for d in "0123456789" if d != row[place][at]])
    row[place] = row[place][:at] + digit + row[place][at + 1 :]
    return rows


def digits_of_tenth(table: Table, place: int, dice: random.Random) -> Rows | None:
    """One digit of every tenth cell is another one."""
    rows = table.copy()
    for row in rows[::10]:
        at = [i for i, c in enumerate(row[place]) if c.isdigit()] if place < len(row) else []
        if at:
            i = dice.choice(at)
            digit = dice.choice([d for d in "0123456789" if d != row[place][i]])
            row[place] = row[place][:i] + digit + row[place][i + 1 :]
    return None if rows == table.rows else rows


def digit_lost(table: Table, place: int, dice: random.Random) -> Rows | None:
    """Every tenth cell lost a digit."""
    rows = table.copy()
    for row in rows[::10]:
        at = [i for i, c in enumerate(row[place]) if c.isdigit()] if place < len(row) else []
        if len(at) > 1:
            i = dice.choice(at[1:])
            row[place] = row[place][:i] + row[place][i + 1 :]
    return None if rows == table.rows else rows


def constant(table: Table, place: int, dice: random.Random) -> Rows | None:
    values = [row[place] for row in table.rows if place < len(row) and row[place].strip()]
    return _each(table, place, lambda _: values[len(values) // 2]) if values else None


def rotated(table: Table, place: int, dice: random.Random) -> Rows | None:
    """The cells of one column stand one row too low."""
    values = [row[place] if place < len(row) else "" for row in table.rows]
    rows = table.copy()
    for row, value in zip(rows, values[-1:] + values[:-1], strict=True):
        if place < len(row):
            row[place] = value
    return None if rows == table.rows else rows


def all_rotated(table: Table, place: int, dice: random.Random) -> Rows | None:
    """The cells of all columns of numbers stand one row too low."""
    rows = table.copy()
    for i, row in enumerate(rows):
        for at in table.numbers:
            if at < len(row) and at < len(table.rows[i - 1]):
                row[at] = table.rows[i - 1][at]
    return None if rows == table.rows else rows


def swapped(table: Table, place: int, dice: random.Random) -> Rows | None:
    """The headers of two columns of numbers are exchanged: their cells, to a reader."""
    others = [at for at in table.numbers if at != place]
    if not others:
        return None
    other, rows = dice.choice(others), table.copy()
    for row in rows:
        if max(place, other) < len(row):
            row[place], row[other] = row[other], row[place]
    return None if rows == table.rows else rows


def cut(share: float):
    def kind(table: Table, place: int, dice: random.Random) -> Rows | None:
        gone = set(dice.sample(range(len(table.rows)), max(1, round(share * len(table.rows)))))
        return [list(row) for i, row in enumerate(table.rows) if i not in gone]

    return kind


def years(by: int):
    return lambda table, place, dice: _each(table, place, lambda t: with_value(t, lambda v: v + by))


def total_row(table: Table, place: int, dice: random.Random) -> Rows | None:
    """A last row with the sums of the columns, under a key of its own."""
    rows = table.copy()
    last = list(rows[-1])
    for at in table.keys:
        if at not in table.years:
            last[at] = _other_key(last[at], {row[at] for row in rows}, dice)
    for at in table.numbers:
        cells = [re.sub(r"[^0-9.-]", "", row[at]) for row in rows if at < len(row)]
        try:
            total = sum((Decimal(cell) for cell in cells if cell.strip("-.")), Decimal())
        except InvalidOperation:
            return None
        last[at] = with_value(last[at], lambda _, total=total: total)
    return [*rows, last]


def duplicated(table: Table, place: int, dice: random.Random) -> Rows | None:
    """A twentieth of the rows a second time, under another key."""
    rows = table.copy()
    known = [{row[at] for row in rows if at < len(row)} for at in table.keys]
    for row in dice.sample(table.rows, max(1, len(rows) // 20)):
        again = list(row)
        changed = [at for at in table.keys if at not in table.years]
        if not changed:
            return None
        at = changed[-1]
        again[at] = _other_key(again[at], known[table.keys.index(at)], dice)
        rows.append(again)
    return rows


def _other_key(text: str, known: set[str], dice: random.Random) -> str:
    """A key of the same shape that no row has; a name gets a word more."""
    at = [i for i, c in enumerate(text) if c.isdigit()]
    for _ in range(200):
        new = list(text)
        for i in at[-4:]:
            new[i] = dice.choice("0123456789")
        if "".join(new) not in known:
            known.add("".join(new))
            return "".join(new)
    return text + "二"


SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

# of every column of numbers
OF_NUMBERS: dict[str, Callable] = {
    "blanked": lambda table, place, dice: _each(table, place, lambda _: ""),
    "half blanked": lambda table, place, dice: _half_blanked(table, place),
    "zeroed": _valued(lambda v: v * 0),
    "negated": _valued(lambda v: -v),
    "constant": constant,
    "times 1000": _valued(lambda v: v * 1000),
    "by 1000": _valued(lambda v: v / 1000),
    "times 100": _valued(lambda v: v * 100),
    "by 100": _valued(lambda v: v / 100),
    "times 10": _valued(lambda v: v * 10),
    "by 10": _valued(lambda v: v / 10),
    "plus 7 %": _valued(lambda v: (v * Decimal("1.07")).quantize(v)),
    "whole numbers": _valued(lambda v: v.to_integral_value()),
    "column rotated": rotated,
    "columns swapped": swapped,
    "largest times 1000": one_value,
    "one digit": one_digit,
    "decimal comma": _texts(lambda t: t.replace(",", "").replace(".", ",")),
    "points for thousands": _texts(
        lambda t: (
            with_value(t.replace(",", ""), lambda v: v).replace(".", "")
            if "." in t
            else _pointed(t)
        )
    ),
    "superscript": _texts(lambda t: t[:-1] + t[-1].translate(SUPERSCRIPT)),
    "full width": _texts(lambda t: t.translate(FULL_WIDTH)),
    "other script": _texts(lambda t: t.translate(ARABIC)),
}


def _half_blanked(table: Table, place: int) -> Rows | None:
    rows = table.copy()
    for row in rows[::2]:
        if place < len(row):
            row[place] = ""
    return None if rows == table.rows else rows


def _pointed(text: str) -> str:
    return re.sub(r"(?<=[0-9])(?=([0-9]{3})+(?![0-9]))", ".", text.replace(",", ""))


def _exponent(text: str) -> str:
    plain = text.replace(",", "")
    return f"{float(plain):.1e}" if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", plain) else text


OF_NUMBERS["exponent"] = _texts(_exponent)
OF_IDS: dict[str, Callable] = {
    "id: one digit": one_digit,
    "id: digits of a tenth": digits_of_tenth,
    "id: a digit lost": digit_lost,
    "id: rotated": rotated,
}
OF_YEARS: dict[str, Callable] = {"year + 1": years(1), "year - 1": years(-1)}
OF_FILES: dict[str, Callable] = {
    "1 % of rows cut": cut(0.01),
    "5 % of rows cut": cut(0.05),
    "20 % of rows cut": cut(0.2),
    "50 % of rows cut": cut(0.5),
    "all numbers rotated": all_rotated,
    "total row": total_row,
    "rows twice": duplicated,
}
