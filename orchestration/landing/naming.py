"""What a file says about itself outside its rows: name, title line, and a note beside it.

Belongs here: vintage date, values that stand in the name or the title, `<file>.meta.yml`. Does
not: rows. The file's modification time is not evidence of anything and is never used.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from orchestration.errors import LandingRefused
from orchestration.landing.cells import parser_for
from orchestration.landing.contract import Contract

META_SUFFIX = ".meta.yml"
META_KEYS = {"vintage_date", "retrieved_at", "url"}


@dataclass(frozen=True)
class Note:
    """What `<file>.meta.yml` declares; everything may be absent."""

    vintage_date: date | None = None
    retrieved_at: date | None = None
    url: str | None = None


def read_note(path: Path, name: str) -> Note:
    """The note beside a file. Raises LandingRefused if it is not a few dates and an address."""
    beside = path.with_name(path.name + META_SUFFIX)
    if not beside.exists():
        return Note()
    try:
        raw = yaml.safe_load(beside.read_text(encoding="utf-8")) or {}
        dates = [raw.get("vintage_date"), raw.get("retrieved_at")]
        if set(raw) <= META_KEYS and all(d is None or type(d) is date for d in dates):
            return Note(**raw)
    except (yaml.YAMLError, AttributeError, TypeError):
        pass
    raise LandingRefused(
        f"{name}{META_SUFFIX}: expected only vintage_date and retrieved_at as YYYY-MM-DD, and url."
        f" Nothing was loaded from {name}."
    )


def vintage(contract: Contract, name: str, note: Note) -> date:
    """The day the publisher's state is of: from the note, the name, or the contract.

    Raises LandingRefused if none of them has one.
    """
    if note.vintage_date:
        return note.vintage_date
    rule = contract.vintage
    file_name = name.rsplit("/", 1)[-1]
    declared = rule.get("declared", {}).get(file_name)
    if declared:
        return declared
    match = re.search(rule["pattern"], file_name) if "pattern" in rule else None
    try:
        found = _from_groups(match.groupdict(), rule) if match else None
    except ValueError:
        found = None
    if found is None:
        raise LandingRefused(
            f"{name}: no vintage date in the file name (expected:"
            f" {rule.get('expects', rule.get('pattern', 'a declared name'))})."
            f" Rename it, or write `vintage_date: YYYY-MM-DD` into {name}{META_SUFFIX}."
            " Nothing was loaded from it."
        )
    return found


def _from_groups(part: dict[str, str | None], rule: dict[str, Any]) -> date:
    """A day from the named groups.

    A month, quarter or year stands for its last day, when it was surely known.
    """
    if part.get("date"):
        return date.fromisoformat(part["date"])
    year = int(part["roc"]) + 1911 if part.get("roc") else int(part["year"])
    if "lag_years" in rule:
        month, day = (int(x) for x in rule["month_day"].split("-"))
        return date(year + rule["lag_years"], month, day)
    month = int(part["quarter"]) * 3 if part.get("quarter") else int(part.get("month") or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def derived(contract: Contract, name: str, preamble: str) -> dict[str, Any]:
    """Columns whose value stands in the file name or the title line, typed.

    Raises LandingRefused if a value is not there, not a known one, or name and title disagree.
    """
    found: dict[str, Any] = {}
    for column, rule in contract.derived.items():
        texts = {"name": name.rsplit("/", 1)[-1], "title": preamble}
        values = {}
        for place in rule["from"]:
            match = re.search(rule["pattern"][place], texts[place])
            if match:
                raw = match[1] or ""
                values[place] = rule["values"].get(raw) if "values" in rule else raw
        if not values or None in values.values():
            raise LandingRefused(
                f"{name}: {column} is taken from the {' or '.join(rule['from'])}, and is not there"
                f" (expected: {rule['expects']}). Nothing was loaded from it."
            )
        if len(set(values.values())) > 1:
            said = ", ".join(f"the {place} says {value}" for place, value in values.items())
            raise LandingRefused(
                f"{name}: two values of {column} in one file: {said}. Correct the name."
                " Nothing was loaded from it."
            )
        found[column] = parser_for(contract.columns[column])(next(iter(values.values()))).value
    return found
