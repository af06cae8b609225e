"""The tree a newcomer walks: rooms of one name on every floor, small files, lines of 100 columns.

Belongs here: what the files look like. Does not: what dbt makes of them (test_conventions).
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestration.settings import ROOT

ROOMS = {
    "energy_audit", "emissions", "disclosures", "climate_score",
    "targets", "sector_plan", "own_plant", "quality",
}  # fmt: skip
# what the rooms stand on: releases and factors, lists and rules that several rooms read, core marts
GROUND = {"releases", "factors", "reference", "rules", "core"}
TOOLS = {"runtime", "units"}
FLOORS = {
    "seeds": ROOMS | {"factors", "reference", "rules"},
    "models/staging": ROOMS | {"releases"},
    "models/intermediate": ROOMS | {"releases", "factors"},
    "models/marts": ROOMS | {"core"},
    "models/_docs/methodology": ROOMS,
    "tests/singular": ROOMS | {"factors"},
    "macros": ROOMS | GROUND | TOOLS,
}
FOLDERS = (".ci", "benchmarks", "docs", "macros", "models", "orchestration", "seeds", "tests")
WIDTH = 100
LENGTH = {".sql": 120, ".yml": 300, ".py": 400}


def files(*suffixes: str) -> Iterator[Path]:
    at_home = [p for p in ROOT.iterdir() if p.is_file()]
    below = [p for name in FOLDERS for p in (ROOT / name).rglob("*") if p.is_file()]
    return (p for p in sorted(at_home + below) if p.suffix in suffixes)


def wide_lines(path: Path, lines: list[str]) -> Iterator[str]:
    """Lines wider than WIDTH; a row of csv or of a Markdown table cannot be broken."""
    rows_from: int | None = None
    for number, line in enumerate(lines, start=1):
        indent = len(line) - len(line.lstrip())
        if rows_from is not None and line.strip() and indent <= rows_from:
            rows_from = None
        is_row = rows_from is not None or (path.suffix == ".md" and line.lstrip().startswith("|"))
        if len(line) > WIDTH and not is_row:
            yield f"{path}, line {number}: {len(line)} columns"
        if re.fullmatch(r"rows: \|-?", line.strip()) and "format: csv" in lines[number - 2]:
            rows_from = indent


@pytest.mark.parametrize("floor", FLOORS)
def test_rooms_have_one_name_on_every_floor(floor: str) -> None:
    names = {p.stem for p in (ROOT / floor).iterdir() if not p.name.startswith((".", "_"))}
    assert names <= FLOORS[floor]


def test_every_room_has_marts_and_a_method() -> None:
    for floor in ("models/marts", "models/intermediate", "models/_docs/methodology"):
        missing = ROOMS - {p.stem for p in (ROOT / floor).iterdir()}
        assert missing == set(), floor


def test_files_stay_small() -> None:
    found = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in files(*LENGTH)
    }
    assert {n: lines for n, lines in found.items() if lines > LENGTH[Path(n).suffix]} == {}


def test_lines_stay_narrow() -> None:
    wide = [
        problem
        for path in files(".sql", ".yml", ".py", ".md", ".toml")
        for problem in wide_lines(
            path.relative_to(ROOT), path.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert wide == []


def test_only_rows_may_be_wide() -> None:
    """The exception holds for rows of csv alone: a wide line around them is found."""
    wide = "x" * (WIDTH + 1)
    lines = ["given:", "  - format: csv", "    rows: |", "      " + wide, "    note: " + wide, wide]
    assert [p.split(":")[0] for p in wide_lines(Path("a.yml"), lines)] == [
        "a.yml, line 5",
        "a.yml, line 6",
    ]
    sql = ["  - format: sql", "    rows: |", "      " + wide]
    assert len(list(wide_lines(Path("a.yml"), sql))) == 1
    assert list(wide_lines(Path("a.md"), ["| " + wide + " |"])) == []


# what speaks of one document: the yearbook, the plan, the phases of CBAM
OF_DOCUMENTS = {"energy_audit", "sector_plan", "cbam"}


def years_of_data(sql: str) -> list[str]:
    """Years that a query names outside its comments; those of a key or a column do not count."""
    return re.findall(r"\b20[12]\d\b", re.sub(r"--[^\n]*|\{#.*?#\}", "", sql, flags=re.DOTALL))


def test_no_query_names_a_year_of_data() -> None:
    """Years come from the files; years of the method are rows of rules."""
    named = {
        str(path.relative_to(ROOT)): found
        for floor in ("models", "macros")
        for path in (ROOT / floor).rglob("*.sql")
        if not OF_DOCUMENTS & set(path.parts)
        and (found := years_of_data(path.read_text(encoding="utf-8")))
    }
    assert named == {}
    assert years_of_data("-- 2024\nwhere year = 2024 and key = 'plan_2024'") == ["2024"]
