"""The same seed gives the same numbers on any number of threads, and another seed others.

Belongs here: settings of models that a user turns. Does not: what the models compute (dbt unit
tests, tests/singular).
"""

from pathlib import Path

import duckdb
import pytest

from conftest import Built, query
from project_copy import copy_candidate, run_dbt


def table(path: Path, name: str) -> list[tuple]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(f"select * from marts.{name} order by all").fetchall()


def test_one_seed_gives_one_result_and_another_seed_another(built: Built, tmp_path: Path) -> None:
    """Draws are hashes: two threads change nothing; another seed moves the median of 2030 by less
    than five standard errors (7.4 kt each)."""
    run = ("run", "--quiet", "--select", "int_sector_plan__sample_parameter+")
    settings = copy_candidate(built.settings, tmp_path)
    done = run_dbt(settings, *run, NETZERO_DUCKDB_THREADS="2")
    assert done.returncode == 0, done.stdout[-3000:]
    path = settings.build_db
    assert table(path, "residential_bau") == table(built.db, "residential_bau")
    done = run_dbt(settings, *run, "--vars", "residential_seed: another")
    assert done.returncode == 0, done.stdout[-3000:]
    sql = """
        select p50_value from marts.residential_bau
        where year = 2030 and measure_code = 'emissions'
        """
    medians = [query(found, sql)[0][0] for found in (built.db, path)]
    assert medians[0] != medians[1]
    assert medians[0] == pytest.approx(medians[1], abs=5 * 7_400 * 2**0.5)
