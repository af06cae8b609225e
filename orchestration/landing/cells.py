"""From the text of one cell to a value, with what was repaired, or to a problem.

Belongs here: types, null tokens, guards, commas, calendars. Does not: rows, files.
Nothing is guessed: a cell that is neither null nor of its type is a problem, never a blank.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from orchestration.landing.contract import Column
from orchestration.landing.ids import CHECKED

SPREADSHEET_ERRORS = {"#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"}
GUARD = re.compile(r'="(.*)"', re.DOTALL)
NUMBER = re.compile(
    r"[+-]?([0-9]+(\.(?P<decimals>[0-9]*))?|\.[0-9]+)(?P<exponent>[eE][+-]?[0-9]+)?"
)
WITH_COMMAS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")
DASHES = str.maketrans(dict.fromkeys("−–—‒－", "-"))
FULL_WIDTH = frozenset("０１２３４５６７８９．，％＋－−–—‒＄　" + "0123456789.,%+-$ ")
INVISIBLE = "\u200b\ufeff"
# what acts on a terminal or cannot be stored; tabs and line breaks are padding or part of a note
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
LARGEST_INTEGER = 2**31 - 1
WRONG_DIGIT = "check_digit_wrong"  # no repair: counted, so that the models and a reader see it


class Bad(ValueError):
    """A cell that is not of its type: its rule, what is valid, if the whole file is in doubt."""

    def __init__(self, rule: str, expected: str, blocks: bool = False) -> None:
        super().__init__(expected)
        self.rule, self.expected, self.blocks = rule, expected, blocks


class Parsed(NamedTuple):
    """A value, and the repairs (rule, name) it took; or a problem."""

    value: Any
    repairs: tuple[tuple[str, str], ...] = ()
    problem: Bad | None = None


def unguard(text: str) -> str:
    """1101 from ="1101", the way a spreadsheet is kept from eating leading zeros."""
    match = GUARD.fullmatch(text)
    return match[1] if match else text


def parser_for(column: Column) -> Callable[[str], Parsed]:
    """A parser for the cells of a column; equal cells are parsed once."""
    convert = CONVERTERS[column.type]

    @lru_cache(maxsize=100_000)
    def parse(raw: str) -> Parsed:
        if CONTROL.search(raw):
            return Parsed(None, problem=Bad("DQ06", "a text without control characters"))
        repairs: list[tuple[str, str]] = []
        text = _tidy(raw, repairs, "DQ09" if column.type in CHECKED else "DQ16")
        if not text:
            return Parsed(None, tuple(repairs))
        # first, so that a contract may say that a failed look-up stands for "no figure"
        if text in column.nulls or any(p.fullmatch(text) for p in column.null_patterns):
            rule = "DQ17" if text.upper() in SPREADSHEET_ERRORS else "DQ16"
            return Parsed(None, (*repairs, (rule, "null_token")))
        if text.upper() in SPREADSHEET_ERRORS:
            return Parsed(None, problem=Bad("DQ17", "a spreadsheet error is never a value"))
        try:
            value = convert(text, repairs, column)
        except Bad as problem:
            return Parsed(None, problem=problem)
        if _is_beyond(value):
            limit = f"{LARGEST_INTEGER:,}" if isinstance(value, int) else "1.8e308"
            return Parsed(None, problem=Bad("DQ16", f"a number of at most {limit}"))
        if column.zero_is_missing and value == 0:
            return Parsed(None, (*repairs, ("DQ20", "zero_is_missing")))
        return Parsed(value, tuple(repairs))

    return parse


def _is_beyond(value: Any) -> bool:
    """Whether a number is larger than its column in a Parquet can hold."""
    if isinstance(value, float):
        return math.isinf(value)
    return isinstance(value, int) and abs(value) > LARGEST_INTEGER


def _tidy(raw: str, repairs: list, rule: str) -> str:
    text = raw
    if (
        text.strip() == text
        and not text.startswith(("=", "\ufeff", "\u200b"))
        and not text.endswith("\u200b")
    ):
        return text
    if GUARD.fullmatch(text.strip()):
        text = unguard(text.strip())
        repairs.append(("DQ16", "guard_removed"))
    stripped = text.strip().strip(INVISIBLE).strip()
    if stripped != text:
        ends = text.replace(stripped, "", 1) if stripped else text
        repairs.append((rule, "tab_stripped" if "\t" in ends else "padding_stripped"))
    return stripped


def _text(text: str, repairs: list, column: Column) -> str:
    return text


def _checked(text: str, repairs: list, column: Column) -> str:
    """An id whose check digit is wrong is what the publisher printed: kept, and counted."""
    if not CHECKED[column.type](text):
        repairs.append(("DQ09", WRONG_DIGIT))
    return text


def _tax_id(text: str, repairs: list, column: Column) -> str | None:
    if re.fullmatch(r"[0-9]{7}", text):
        repairs.append(("DQ09", "leading_zero_restored"))
        text = "0" + text
    if text == "00000000":
        repairs.append(("DQ09", "all_zero_is_null"))
        return None
    return _checked(text, repairs, column)


def _control_no(text: str, repairs: list, column: Column) -> str:
    upper = text.upper()
    if upper != text:
        repairs.append(("DQ10", "upper_cased"))
    if not re.fullmatch(r"[A-Z][0-9]{2}[A-Z0-9][0-9]{4}", upper):
        raise Bad("DQ10", "a control number such as A1234567 or A12B4567")
    return upper


def _narrow(text: str, repairs: list, column: Column) -> str:
    """ASCII where the contract knows full width. What else there is stays, and is no number:
    10² would be read as 102, and other scripts have digits, too."""
    if text.isascii() or not column.full_width or not set(text) <= FULL_WIDTH:
        return text
    repairs.append(("DQ16", "full_width_narrowed"))
    return unicodedata.normalize("NFKC", text.translate(DASHES)).strip()


def _number(text: str, repairs: list, column: Column) -> float:
    text = _narrow(text, repairs, column)
    if WITH_COMMAS.fullmatch(text):
        if not column.thousands:
            raise Bad("DQ16", "a number without commas, such as 1234.5, as this publisher prints")
        text = text.replace(",", "")
        repairs.append(("DQ16", "thousands_comma_removed"))
    match = NUMBER.fullmatch(text)
    if not match:
        null = (
            f", or {' / '.join(sorted(column.nulls))} for none"
            if column.nulls
            else ", or an empty cell for none"
        )
        example = "1234.5 or 1,234.5" if column.thousands else "1234.5"
        raise Bad("DQ16", f"a number such as {example}{null}")
    if match["exponent"] and not column.exponents:
        raise Bad("DQ16", "a number written out; this publisher prints no powers of ten")
    printed = (match["decimals"] or "").rstrip("0")
    if column.decimals is not None and len(printed) > column.decimals:
        raise Bad("DQ16", f"at most {column.decimals} decimals, as this publisher prints")
    value = float(text)
    if value < 0 and not column.negative:
        raise Bad("DQ22", "zero or more")
    if not column.minimum <= value <= column.maximum:
        raise Bad("DQ22", f"{column.minimum:,.12g} to {column.maximum:,.12g}")
    return value


def _integer(text: str, repairs: list, column: Column) -> int:
    value = _number(text, repairs, column)
    if not value.is_integer():
        raise Bad("DQ16", "a whole number")
    return int(value)


def _percent(text: str, repairs: list, column: Column) -> float:
    text = _narrow(text, repairs, column)
    if text.endswith("%"):
        repairs.append(("DQ16", "percent_sign_removed"))
        text = text[:-1].rstrip()
    return _number(text, repairs, column)


def _ratio(text: str, repairs: list, column: Column) -> float:
    """A share of one.

    A cell with a percent sign says itself that it is in percent; a bare number is kept as it is.
    """
    signed = _narrow(text, [], column).endswith("%")
    value = _percent(text, repairs, column)
    return value / 100 if signed else value


def _money(text: str, repairs: list, column: Column) -> float:
    text = _narrow(text, repairs, column)
    bare = re.sub(r"^(-?)(NT)?\$", r"\1", text)
    if bare != text:
        repairs.append(("DQ16", "currency_sign_removed"))
    return _number(bare, repairs, column)


def _boolean(text: str, repairs: list, column: Column) -> bool:
    if text in column.true_texts or text in column.false_texts:
        return text in column.true_texts
    raise Bad("DQ16", f"one of {' / '.join(sorted(column.true_texts | column.false_texts))}")


def _year_roc(text: str, repairs: list, column: Column) -> int:
    return _year(text, "ROC", 1, 200) + 1911


def _year_ad(text: str, repairs: list, column: Column) -> int:
    return _year(text, "AD", 1900, 2100)


def _year(text: str, calendar: str, first: int, last: int) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text):
        raise Bad("DQ08", f"a year of the {calendar} calendar")
    # a year of the other calendar is not one bad cell: the column's calendar is not what the
    # contract says
    if not first <= int(text) <= last:
        raise Bad("DQ08", f"a year of the {calendar} calendar ({first} to {last})", blocks=True)
    return int(text)


def _date_from(
    pattern: str, roc: bool, example: str, other_calendar: str = "(?!)"
) -> Callable[[str, list, Column], date]:
    compiled = re.compile(pattern, re.ASCII)

    def convert(text: str, repairs: list, column: Column) -> date:
        match = compiled.fullmatch(text)
        try:
            part = {key: int(value) for key, value in match.groupdict().items()}
            return date(part["y"] + (1911 if roc else 0), part["m"], part.get("d", 1))
        except (AttributeError, ValueError) as error:
            blocks = match is None and re.fullmatch(other_calendar, text) is not None
            raise Bad("DQ08", f"a date such as {example}", blocks) from error

    return convert


CONVERTERS: dict[str, Callable[[str, list, Column], Any]] = {
    "text": _text,
    "tax_id": _tax_id,
    "isin": _checked,
    "lei": _checked,
    "control_no": _control_no,
    "number": _number,
    "integer": _integer,
    "percent": _percent,
    "ratio": _ratio,
    "money": _money,
    "boolean": _boolean,
    "year_roc": _year_roc,
    "year_ad": _year_ad,
    "date_roc7": _date_from(
        r"(?P<y>[01]\d\d)(?P<m>\d\d)(?P<d>\d\d)", True, "1131029 (ROC)", r"(19|20)\d{6}"
    ),
    "date_ad8": _date_from(
        r"(?P<y>[12]\d{3})(?P<m>\d\d)(?P<d>\d\d)", False, "19870221 (AD)", r"[01]\d{6}"
    ),
    "date_iso": _date_from(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", False, "2024-06-04"),
    "date_dmy": _date_from(
        r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})", False, "31/12/2024 (day first)"
    ),
    "month_roc": _date_from(
        r"(?P<y>\d{2,3})(?P<m>\d\d)", True, "11208 (ROC year and month)", r"(19|20)\d{4}"
    ),
}
