"""The same seed gives the same numbers on any number of threads; a portfolio that cannot be read stops the build and says why.

Belongs here: settings of models that a user turns. Does not: what the models compute (dbt unit tests, tests/singular).
"""

import csv
from pathlib import Path

import duckdb
import pytest

from conftest import Built, query
from orchestration.settings import ROOT
from project_copy import copy_candidate, run_dbt

SEEDS = ROOT / "seeds" / "targets"
FILES = {
    "companies.csv": "example_portfolio_companies.csv",
    "targets.csv": "example_portfolio_targets.csv",
    "portfolio.csv": "example_portfolio_holdings.csv",
}
SCORES = "path:models/staging/targets/temperature"


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
    sql = "select p50_value from marts.residential_bau where year = 2030 and measure_code = 'emissions'"
    medians = [query(found, sql)[0][0] for found in (built.db, path)]
    assert medians[0] != medians[1]
    assert medians[0] == pytest.approx(medians[1], abs=5 * 7_400 * 2**0.5)


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """A user's folder: the made-up examples under another name."""
    folder = tmp_path / "my portfolio"
    folder.mkdir()
    for name, seed in FILES.items():
        with (SEEDS / seed).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(
                file, [c for c in rows[0] if c != "source_release_key"], extrasaction="ignore"
            )
            writer.writeheader()
            writer.writerows(rows)
    return folder


def test_a_portfolio_of_ones_own_is_scored_like_the_examples(
    built: Built, portfolio: Path, tmp_path: Path
) -> None:
    settings = copy_candidate(built.settings, tmp_path)
    done = run_dbt(
        settings,
        *("build", "--quiet", "--exclude-resource-type", "unit_test", "--select", SCORES),
        *("path:models/intermediate/targets/temperature", "company_temperature_score"),
        "fund_temperature_score",
        NETZERO_PORTFOLIO=str(portfolio),
    )
    assert done.returncode == 0, done.stdout[-3000:]
    with duckdb.connect(str(settings.build_db), read_only=True) as connection:
        differing = connection.execute(
            """
            select count(*), count(*) filter (mine.temperature_score is distinct from example.temperature_score)
            from marts.company_temperature_score as example
            left join marts.company_temperature_score as mine
                on mine.source_kind_code = 'portfolio' and mine.company_id = example.company_id
                and mine.time_frame_code = example.time_frame_code and mine.scope_code = example.scope_code
            where example.source_kind_code = 'example'
            """
        ).fetchone()
    assert differing[0] >= 31 * 9
    assert differing[1] == 0


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda folder: (folder / "targets.csv").unlink(), "targets.csv: there is no such file"),
        (
            lambda folder: (folder / "companies.csv").write_text(
                "company_id,isic\nA,C23\n", encoding="utf-8"
            ),
            "companies.csv: missing column(s) company_name",
        ),
    ],
    ids=["no file", "no column"],
)
def test_a_portfolio_that_cannot_be_read_is_refused(
    built: Built, portfolio: Path, tmp_path: Path, spoil, message
) -> None:
    spoil(portfolio)
    settings = copy_candidate(built.settings, tmp_path)
    done = run_dbt(settings, "run", "--select", SCORES, NETZERO_PORTFOLIO=str(portfolio))
    assert done.returncode != 0
    assert message in done.stdout, done.stdout[-3000:]
