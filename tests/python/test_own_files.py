"""Files of one's own: what a plant states about itself, from the file to the marts and to the messages.

Belongs here: landing own files, templates, the ten mistakes, what a build says about them. Does not: the arithmetic (dbt unit tests).
"""

import csv
import io
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from landing_case import Case
from orchestration.landing import contract as contracts
from orchestration.settings import ROOT

TEMPLATES = ROOT / "docs" / "templates"
OWN = {c.dataset: c for c in contracts.load_all() if c.own}
HEADER = ",".join(OWN["activity_data"].eras[0].map)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def activity(quantity: str = "1000000") -> str:
    return f"{HEADER}\nme,plant,2024,2,purchased_electricity,grid,electricity,{quantity},kWh,,,,,,,\n"


def test_the_macro_lists_the_own_datasets() -> None:
    """The models read own data of exactly the contracts that are marked so."""
    text = (ROOT / "macros" / "quality" / "own_rows.sql").read_text(encoding="utf-8")
    listed = text.split("return([")[1].split("])")[0]
    assert {word.strip(" '\n") for word in listed.split(",")} == set(OWN)


def test_an_example_has_the_columns_of_its_contract() -> None:
    for dataset, contract in OWN.items():
        with (ROOT / "seeds" / "factory" / f"example_{dataset}.csv").open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [*contract.columns, "source_release_key"], dataset


def test_a_corrected_file_replaces_the_one_before(case: Case):
    case.put("activity_data_2024.csv", activity("1"))
    case.land()
    case.put("activity_data_2024.csv", activity("2"))
    case.put("other/activity_data_2024.csv", activity("3"))
    case.land()
    assert case.query("select quantity from activity_data order by quantity") == [("2",), ("3",)]
    assert case.query("select count(*) from _files") == [(2,)]


def test_own_data_is_dated_by_its_first_landing(case: Case, monkeypatch: pytest.MonkeyPatch):
    """It says no date itself; landing the same bytes on another day changes nothing."""

    class Later(datetime):
        @classmethod
        def now(cls, tz=None) -> datetime:
            return datetime(2031, 1, 1, tzinfo=tz)

    case.put("activity_data.csv", activity())
    case.land()
    before = case.query("select * from _files")
    monkeypatch.setattr(sys.modules["orchestration.landing.run"], "datetime", Later)
    case.land()
    assert case.query("select * from _files") == before
    case.put("activity_data.csv.meta.yml", "vintage_date: 2025-01-31")
    case.land()
    assert case.query("select vintage_date from _files") == [(date(2025, 1, 31),)]


def test_cells_stay_text_and_short_rows_are_whole(case: Case):
    """What a cell must hold is judged by the models; a row without its last, empty cell is not cut off."""
    case.put("activity_data.csv", f"{HEADER}\nme,plant,,9,x,,nothing,-5,gallon,,,,,,\n")
    case.land()
    assert case.query("select year, scope, quantity, note from activity_data") == [(None, "9", "-5", None)]
    assert case.quarantine() == []


def test_a_missing_column_is_named(case: Case):
    case.put("activity_data.csv", activity().replace("quantity", "amount"))
    assert 'column "quantity" missing; column "amount" unknown' in case.refusal()


def test_the_chinese_header_is_the_same_data(case: Case):
    for dataset, contract in OWN.items():
        english, chinese = contract.eras
        assert list(english.map.values()) == list(chinese.map.values()), dataset
        row = ",".join(f"v{i}" for i in range(len(chinese.map)))
        case.put(f"{dataset}.csv", "\ufeff" + ",".join(chinese.map) + "\r\n" + row + "\r\n")
    case.land()
    for dataset, contract in OWN.items():
        values = case.query(f"select {', '.join(contract.columns)} from {dataset}")
        assert values == [tuple(f"v{i}" for i in range(len(contract.columns)))], dataset


@pytest.mark.parametrize("language", ["en", "zh"])
def test_templates_have_the_headers_of_the_contracts(language: str) -> None:
    for dataset, contract in OWN.items():
        text = (TEMPLATES / language / f"{dataset}.csv").read_text(encoding="utf-8-sig")
        header, *rows = csv.reader(io.StringIO(text))
        assert header == list(contract.eras[language == "zh"].map), dataset
        assert rows, f"{dataset}: a template shows what a row looks like"
