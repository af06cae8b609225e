"""Numbers changed in a valid file: which kinds the file alone tells, and which the one before.

Belongs here: every kind of number_mutants on a made-up GHG_P_01 of three years and forty plants,
seeded. Does not: real files and other datasets (benchmarks/changed_numbers.py), the words one by
one (test_landing_numbers). NETZERO_NUMBER_SEEDS (1) repeats it with other columns and cells.
"""

import os
import random
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from landing_case import ghg_header, varied_ghg_rows
from number_mutants import OF_FILES, OF_IDS, OF_NUMBERS, OF_YEARS, Rows, Table
from orchestration import landing
from orchestration.landing.contract import load_all

SEEDS = range(int(os.environ.get("NETZERO_NUMBER_SEEDS", "1")))
NAME = "moenv_ghg_p_01/ghg_p_01_2016-05-01.csv"
KINDS = {**OF_NUMBERS, **OF_IDS, **OF_YEARS, **OF_FILES}
# Nothing in one file tells: rows that are not there or have moved as a whole, an id that became
# another valid one, two gases of one size, years that may end one year earlier
ONLY_BEFORE = {
    "1 % of rows cut", "5 % of rows cut", "20 % of rows cut", "50 % of rows cut",
    "all numbers rotated", "rows twice", "id: rotated", "id: digits of a tenth", "columns swapped",
    "year - 1",
}  # fmt: skip
# One cell of a code may become another code, and one row of a hundred may go: neither file tells
NEVER = {"id: one digit", "1 % of rows cut", "rows twice"}


def base() -> Table:
    names = ghg_header().strip("\ufeff\n").split(",")
    text = "".join(varied_ghg_rows(range(40), year) for year in (102, 103, 104))
    numbers = list(range(names.index("co2"), names.index("tot") + 1))
    return Table(
        names,
        [line.split(",") for line in text.splitlines()],
        numbers,
        ids=[names.index("companyno"), names.index("controlno")],
        years=[names.index("app_year")],
        keys=[names.index("app_year"), names.index("controlno")],
    )


def put(folder: Path, table: Table, rows: Rows, name: str = NAME) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [",".join(f'"{cell}"' for cell in row) for row in (table.names, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, set[str]]]:
    """By kind and setting, what became of the mutants of every seed."""
    table, root = base(), tmp_path_factory.mktemp("numbers")
    contract = next(c for c in load_all() if c.dataset == "ghg_p_01")
    now = datetime.combine(date(2030, 1, 1), datetime.min.time(), UTC)
    assert now.tzinfo is UTC
    put(root / "older", table, table.rows, NAME.replace("05-01", "04-01"))
    found: dict[str, dict[str, set[str]]] = {}
    for number, (kind, change) in enumerate(KINDS.items()):
        for seed in SEEDS:
            dice = random.Random(f"{seed} {kind}")
            places = (
                table.ids
                if kind in OF_IDS
                else table.years
                if kind in OF_YEARS
                else (table.numbers)
            )
            rows = change(table, dice.choice(places), dice)
            assert rows is not None and rows != table.rows, kind
            put(root / "new", table, rows)
            for setting in ("alone", "before"):
                landed = root / f"{number}-{seed}-{setting}"
                if setting == "before":
                    assert landing.run(root / "older", landed, [].append, [contract]) == 0
                found.setdefault(kind, {}).setdefault(setting, set()).add(
                    _outcome(root / "new", landed, contract, len(rows))
                )
    return found


def _outcome(folder: Path, landed: Path, contract, rows: int) -> str:
    lines: list[str] = []
    if landing.run(folder, landed, lines.append, [contract]):
        assert "Nothing was loaded from it." in lines[-1], lines[-1]
        return "refused"
    (line,) = [line for line in lines if NAME in line]
    assert f"{rows:>7,} rows = " in line  # conserved: accepted and quarantined are what landed
    return "nothing" if " 0 quarantined" in line else "quarantined"


def test_the_file_that_is_changed_is_taken(tmp_path: Path):
    table = base()
    put(tmp_path / "new", table, table.rows)
    contract = next(c for c in load_all() if c.dataset == "ghg_p_01")
    assert _outcome(tmp_path / "new", tmp_path / "landed", contract, 120) == "nothing"


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ONLY_BEFORE | NEVER])
def test_a_change_that_the_file_itself_tells(outcomes: dict, kind: str):
    assert "nothing" not in outcomes[kind]["alone"]


@pytest.mark.parametrize("kind", sorted(ONLY_BEFORE - NEVER))
def test_a_change_that_the_file_before_tells(outcomes: dict, kind: str):
    assert outcomes[kind]["before"] <= {"refused", "quarantined"}
