"""Tests of the tests: a finished table is spoiled by hand, and its dbt test must say where.

Belongs here: the failure paths of tests/generic and tests/singular on built tables. Does not:
faults in the files of the project (test_bad_input).
"""

import json

import duckdb
import pytest

import planted_faults as planted
from conftest import Built
from project_copy import copy_candidate, run_dbt


@pytest.fixture(scope="module")
def after_spoiling(built: Built, tmp_path_factory: pytest.TempPathFactory) -> str:
    settings = copy_candidate(built.settings, tmp_path_factory.mktemp("spoiled"))
    with duckdb.connect(str(settings.build_db)) as connection:
        for fault in planted.TABLES:
            (changed,) = connection.execute(fault.change).fetchone()
            assert changed, fault.change
    watching = sorted({fault.place for fault in planted.TABLES})
    done = run_dbt(settings, "test", "--select", *watching)
    results = json.loads(settings.run_results.read_text(encoding="utf-8"))["results"]
    status = {r["unique_id"]: r["status"] for r in results if r["unique_id"].startswith("test.")}
    assert set(status.values()) == {"fail"}, status
    return done.stdout


@pytest.mark.parametrize("fault", planted.TABLES, ids=lambda fault: fault.what)
def test_the_test_that_watches_fails_and_says_where(after_spoiling: str, fault) -> None:
    assert fault.sentence in after_spoiling, after_spoiling[-6000:]


def test_a_constraint_refuses_the_row_itself(built: Built, tmp_path) -> None:
    """What the contract declares holds in the file: DuckDB refuses to write such a row."""
    settings = copy_candidate(built.settings, tmp_path)
    refused = [
        "update marts.ind_industry_energy set electricity_share_pct = 101",
        "update marts.fct_industry_energy_use set tco2e = null",
        "insert into marts.dim_fuel from marts.dim_fuel where fuel_code = 'lpg'",
    ]
    with duckdb.connect(str(settings.build_db)) as connection:
        for statement in refused:
            with pytest.raises(duckdb.ConstraintException):
                connection.execute(statement)


def test_the_list_of_faults_is_the_one_that_readers_see() -> None:
    """`python tests/python/planted_faults.py` writes it anew."""
    assert planted.DOCUMENT.read_text(encoding="utf-8") == planted.as_document()
