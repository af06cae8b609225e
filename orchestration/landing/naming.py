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
from orchestration.landing import intake, limits
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


def read_note(path: Path, landing: Path, name: str) -> Note:
    """The note beside a file. Raises LandingRefused if it is not a few dates and an address."""
    raw = read_yaml(path, landing, name + META_SUFFIX, path.name + META_SUFFIX, of=name)
    dates = [raw.get("vintage_date"), raw.get("retrieved_at")]
    url = raw.get("url")
    if (
        set(raw) <= META_KEYS
        and all(d is None or type(d) is date for d in dates)
        and (url is None or (isinstance(url, str) and _URL.fullmatch(url)))
    ):
        return Note(**raw)
    raise _no_note(name)


_URL = re.compile(r"https?://[\x21-\x7e]{1,2000}")


def _no_note(name: str) -> LandingRefused:
    return LandingRefused(
        f"{name}{META_SUFFIX}: expected only vintage_date and retrieved_at as YYYY-MM-DD, and url."
        f" Nothing was loaded from {name}."
    )


class _Once(yaml.SafeLoader):
    """YAML in which a key stands once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        if len(set(names)) < len(names):
            raise yaml.YAMLError("a key stands twice")
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, landing: Path, name: str, file_name: str, of: str) -> dict[str, Any]:
    """The mapping in a small file beside the data file `path`; empty if there is none.

    Raises LandingRefused if it is no plain mapping: aliases, tags, deep nesting and a key that
    stands twice are none.
    """
    beside = path.with_name(file_name)
    try:
        if not beside.exists() and not beside.is_symlink():
            return {}
    except OSError:  # the name of the data file is so long that no other can stand beside it
        return {}
    content = intake.content(beside, landing, name, limits.NOTE_BYTES)
    try:
        text = content.decode("utf-8-sig")
        level = 0
        for event in yaml.parse(text, yaml.SafeLoader):
            level += isinstance(event, yaml.CollectionStartEvent)
            level -= isinstance(event, yaml.CollectionEndEvent)
            if level > limits.NOTE_LEVELS or isinstance(event, yaml.AliasEvent):
                raise yaml.YAMLError("no plain mapping")
        found = yaml.load(text, _Once)
        if found is None or isinstance(found, dict):
            return found or {}
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, OverflowError):
        pass
    if name.endswith(META_SUFFIX):
        raise _no_note(of)
    raise LandingRefused(
        f"{name}: it is not a mapping in YAML, each key once, without aliases and tags (see the run"
        f" book). Correct it. Nothing was loaded from {of}."
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
        typed = parser_for(contract.columns[column])(next(iter(values.values())))
        if typed.problem:
            raise LandingRefused(
                f"{name}: {column} is {next(iter(values.values()))!r}; expected"
                f" {typed.problem.expected}. Nothing was loaded from it."
            )
        found[column] = typed.value
    return found
