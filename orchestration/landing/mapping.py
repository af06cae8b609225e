"""The layout that a person supplies for a dataset whose files nobody has seen: mapping.yml.

Belongs here: what the file may say. Does not: the words of a contract (contract.py).
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from orchestration.errors import LandingRefused
from orchestration.landing import naming
from orchestration.landing.cells import parser_for
from orchestration.landing.contract import Contract, era_from
from orchestration.landing.contradictions import TYPES, era_contradictions

MAPPING = "mapping.yml"
LISTS = ("ignored", "dropped", "absent")


def supplied(path: Path, landing: Path, name: str) -> dict[str, Any]:
    """What the mapping beside a data file says; empty if there is none. Raises LandingRefused."""
    return naming.read_yaml(path, landing, _where(name), MAPPING, of=name)


def with_mapping(contract: Contract, path: Path, landing: Path, name: str) -> Contract:
    """The contract with the layout that a mapping file beside the data supplies.

    Raises LandingRefused if the layout is unknown and there is no mapping, or it does not fit the
    contract's columns.
    """
    if not contract.layout_unknown:
        return contract
    raw = supplied(path, landing, name)
    if not raw:
        raise LandingRefused(
            f"{name}: the layout of {contract.dataset} is not known ({contract.layout_unknown}),"
            " and nothing is guessed."
            f" Supply {_where(name)} (see the run book) with the columns of this file."
            " Nothing was loaded from it."
        )
    problems = list(_misshapen(raw))
    if not problems:
        era = era_from("supplied mapping", raw)
        problems = list(era_contradictions(contract, era))
    if not problems:
        typed = {
            c: parser_for(contract.column(c, era))(str(v)) for c, v in era.fixed_values.items()
        }
        problems = [
            f"fixed_values: {column} is {era.fixed_values[column]!r}, expected"
            f" {found.problem.expected}"
            for column, found in typed.items()
            if found.problem
        ]
    if problems:
        raise LandingRefused(
            f"{_where(name)}: {'; '.join(problems)}. Correct it. Nothing was loaded from {name}."
        )
    fixed = {column: found.value for column, found in typed.items()}
    return replace(contract, eras=(replace(era, fixed_values=fixed),))


def _where(name: str) -> str:
    return f"{name.rsplit('/', 1)[0]}/{MAPPING}"


def _misshapen(raw: dict[Any, Any]):
    """Sentences about what is not of the shape of a mapping."""
    known = {"map", "types", "fixed_values", *LISTS}
    unknown = [str(key) for key in raw if key not in known]
    if unknown:
        yield f"it knows no {', '.join(sorted(unknown))}; valid are {', '.join(sorted(known))}"
    if not _texts_by_text(raw.get("map")) or not raw["map"]:
        yield "`map` goes from a column of the file to one of the contract, both as text"
    types = raw.get("types", {})
    if not _texts_by_text(types) or not set(types.values()) <= TYPES:
        yield f"`types` goes from a column to one of {', '.join(sorted(TYPES))}"
    if not _texts_by_text(raw.get("fixed_values", {}), value=(str, int, float)):
        yield "`fixed_values` goes from a column to a text or a number"
    for key in LISTS:
        found = raw.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            yield f"`{key}` is a list of columns, each as text"


def _texts_by_text(found: Any, value: type | tuple[type, ...] = str) -> bool:
    return isinstance(found, dict) and all(
        isinstance(k, str) and re.search(r"\S", k) and isinstance(v, value)
        for k, v in found.items()
    )
