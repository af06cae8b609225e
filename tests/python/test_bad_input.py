"""Broken seeds and models: the build says where and what, and skips all that depends on it.

Belongs here: faults in the files of the project, planted in a copy of it. Does not: faults of
finished tables (test_generic_tests), of candidates and of releases (test_gate, test_publish).
"""

import json
import shutil
import subprocess
from pathlib import Path

import duckdb
import pytest

import planted_faults as planted
from conftest import Built, tree_of
from orchestration import dbt
from orchestration.settings import Settings
from project_copy import copy_candidate, root_of, run_cli, run_dbt, spoil


def spoil_model(project: Path, name: str, change: str) -> None:
    """The model's own rows with some columns replaced, or, with `*2`, each row twice."""
    (path,) = (project / "models").rglob(f"{name}.sql")
    good = path.read_text(encoding="utf-8")
    head = "select good.* from (" if change == "*2" else f"select * replace ({change}) from ("
    tail = ") as good" + (" cross join range(2)" if change == "*2" else "")
    path.write_text(f"{head}\n{good}\n{tail}\n", encoding="utf-8", newline="\n")


def status_of_nodes(settings: Settings) -> dict[str, str]:
    results = json.loads(settings.run_results.read_text(encoding="utf-8"))["results"]
    return {r["unique_id"].split(".")[2]: r["status"] for r in results}


@pytest.fixture(scope="module")
def spoiled(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A copy of the project with every fault in it, beside a warehouse and a release of before."""
    # any directory name will do
    settings = built.copy_to(tmp_path_factory.mktemp("broken") / "淨零 files")
    shutil.copytree(built.settings.publish_dir, settings.publish_dir, symlinks=True)
    for fault in planted.SEEDS:
        spoil(root_of(settings), fault.place, *fault.change)
    for fault in planted.MODELS:
        spoil_model(root_of(settings), fault.place, fault.change)
    return settings


@pytest.fixture(scope="module")
def models_built(spoiled: Settings) -> str:
    """What dbt prints when the spoiled models alone are made from the sound tables of before."""
    names = [fault.place for fault in planted.MODELS]
    done = subprocess.run(
        [dbt.EXECUTABLE, "--no-use-colors", "run", "--select", *names],
        cwd=root_of(spoiled),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    status = status_of_nodes(spoiled)
    assert {name: status[name] for name in names} == dict.fromkeys(names, "error")
    return done.stdout


@pytest.fixture(scope="module")
def seeds_built(
    spoiled: Settings, models_built: str
) -> tuple[subprocess.CompletedProcess, dict[str, str], bool]:
    """What `build` prints, the status of every node, and whether the release is as it was."""
    before = tree_of(spoiled.publish_dir)
    downstream = ["stg_energy_audit__cell", "dq_reconciliation", "fct_industry_energy_use"]
    selection = ["--select", "path:seeds", *downstream, "--indirect-selection", "cautious"]
    done = run_cli(spoiled, "build", *selection)
    return done, status_of_nodes(spoiled), tree_of(spoiled.publish_dir) == before


def test_the_build_stops_and_the_release_stays(seeds_built) -> None:
    done, status, is_unchanged = seeds_built
    assert done.returncode != 0
    assert is_unchanged
    assert status["stg_energy_audit__cell"] == "skipped"
    assert status["dq_reconciliation"] == "skipped"
    assert status["fct_industry_energy_use"] == "skipped"


@pytest.mark.parametrize("fault", planted.SEEDS, ids=lambda fault: fault.what)
def test_a_spoiled_seed_is_named_with_line_column_and_value(seeds_built, fault) -> None:
    assert fault.sentence in seeds_built[0].stdout, seeds_built[0].stdout[-6000:]


@pytest.mark.parametrize("fault", planted.MODELS, ids=lambda fault: fault.what)
def test_a_row_that_breaks_its_contract_is_named(models_built: str, fault) -> None:
    assert fault.sentence in models_built, models_built[-6000:]


@pytest.fixture(scope="module")
def rows_lost(built: Built, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What dbt prints when the rows of a project that loses some are accounted for."""
    settings = built.copy_to(tmp_path_factory.mktemp("lost"))
    for fault in planted.LOSSES:
        spoil(root_of(settings), fault.place, *fault.change)
    to_rows = [
        "int_emissions__identify_coal", "int_emissions__trace", "int_quality__list_evidence",
        "int_quality__list_record", "int_quality__account_record", "int_quality__account",
    ]  # fmt: skip
    watching = "every_record_is_accounted_for"
    options = ["--exclude-resource-type", "unit_test"]
    done = subprocess.run(
        [dbt.EXECUTABLE, "--no-use-colors", "build", *options, "--select", *to_rows, watching],
        cwd=root_of(settings),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert status_of_nodes(settings)[watching] == "fail", done.stdout[-6000:]
    with duckdb.connect(str(settings.build_db), read_only=True) as connection:
        (compiled,) = (settings.target_dir / "compiled").rglob(f"{watching}.sql")
        found = connection.execute(compiled.read_text(encoding="utf-8")).fetchall()
    return "\n".join(problem for (problem,) in found)


@pytest.mark.parametrize("fault", planted.LOSSES, ids=lambda fault: fault.what)
def test_a_row_that_is_lost_is_named(rows_lost: str, fault) -> None:
    assert fault.sentence in rows_lost, rows_lost[-6000:]


def test_an_undeclared_gwp_set_is_refused(built: Built, tmp_path: Path) -> None:
    settings = copy_candidate(built.settings, tmp_path)
    only = ("compile", "--select", "int_factors__combustion")
    done = run_dbt(settings, *only, "--vars", "{gwp_set: AR55}")
    assert done.returncode != 0
    assert "vars: gwp_set is 'AR55'; valid are SAR, TAR, AR4, AR5, AR6" in done.stdout
