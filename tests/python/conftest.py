"""What several test modules share: one real build, and a small candidate made by hand.

Belongs here: fixtures used by more than one module. Does not: assertions about the product.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from orchestration import candidate
from orchestration import settings as settings_module
from orchestration.checks.results import ExpectationResult, GateResult
from orchestration.measure import Measurements
from orchestration.publish.release import publish
from orchestration.settings import ROOT, Settings


def settings_in(folder: Path) -> Settings:
    """Settings with every path under `folder`."""
    return settings_module.load(
        {
            "NETZERO_BUILD_DB": str(folder / "warehouse.build.duckdb"),
            "NETZERO_PUBLISH_DIR": str(folder / "published"),
            "NETZERO_LANDED": str(folder / "landed"),
            "DBT_TARGET_PATH": str(folder / "target"),
            "DBT_LOG_PATH": str(folder / "logs"),
        }
    )


def run_cli(settings: Settings, *arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess:
    """Run a command of the project at `root` in a process of its own; output and errors in one."""
    environment = settings.environment() | {
        "NETZERO_PUBLISH_DIR": str(settings.publish_dir),
        "NETZERO_TEMP_DIR": str(settings.target_dir / "duckdb_tmp"),
        "PYTHONPATH": str(root),
    }
    return subprocess.run(
        [sys.executable, "-m", "orchestration.cli", *arguments],
        check=False,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def tree_of(folder: Path) -> dict[str, bytes | str]:
    """Everything a reader can see under `folder`: file contents and link targets, by path."""
    seen: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            seen[name] = os.readlink(path)
        elif path.is_file() and path.name != ".publish.lock":
            seen[name] = path.read_bytes()
    return seen


@dataclass(frozen=True)
class Built:
    """One run of `build` on the embedded default: where everything is and what it printed."""

    settings: Settings
    output: str

    @property
    def db(self) -> Path:
        return self.settings.build_db

    @property
    def target_dir(self) -> Path:
        return self.settings.target_dir

    def copy_to(self, folder: Path) -> Settings:
        """A candidate, dbt artifacts and gate result of one's own, safe to alter."""
        settings = settings_in(folder)
        shutil.copytree(self.target_dir, settings.target_dir)
        shutil.copyfile(self.db, settings.build_db)
        return settings


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build, gate and publish once for the whole session. Altering tests use `copy_to`."""
    settings = settings_in(tmp_path_factory.mktemp("built"))
    done = run_cli(settings, "build")
    if done.returncode:
        pytest.fail("the default build failed:\n" + "\n".join(done.stdout.splitlines()[-40:]), pytrace=False)
    return Built(settings, done.stdout)


LANDING = Path(os.environ.get("NETZERO_LANDING", ROOT.parent / "shared" / "landing"))


@pytest.fixture(scope="session")
def landed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("landed")


@pytest.fixture(scope="session")
def landed(landed_folder: Path):
    """The warehouse built on the real published files, once for the whole session. Absent files are a failure in CI, else a skip."""
    if not LANDING.is_dir():
        message = f"the published files are not in {LANDING}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message + "; set NETZERO_LANDING to run the models on them")
    settings = settings_in(landed_folder)
    landing = run_cli(settings, "land", str(LANDING))
    assert landing.returncode == 0, landing.stdout[-4000:]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETZERO_DATA", "landed")
        build = run_cli(settings, "build")
    assert build.returncode == 0, build.stdout[-4000:]
    with duckdb.connect(str(settings.publish_dir / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def make_candidate(settings: Settings, quantity: float = 1.5) -> None:
    """A warehouse of two marts, a seed and a view, with the dbt artifacts that describe it."""
    settings.target_dir.mkdir(parents=True, exist_ok=True)
    candidate.discard(settings.build_db)
    with duckdb.connect(str(settings.build_db)) as connection:
        connection.execute(
            "create table last_dbt_invocation as select 'made by hand' as invocation_id,"
            " 'embedded' as data, ? as landed, '' as portfolio",
            [str(settings.landed_dir)],
        )
        connection.execute("create schema marts; create schema seeds; create schema staging")
        connection.execute("create table seeds.raw as select '1,343' as printed")
        connection.execute("create view staging.stg_raw as select printed from seeds.raw")
        connection.execute("create table marts.dim_thing as select 'a' as code, '甲' as name_zh")
        connection.execute(
            "create table marts.fct_thing as select i as year, ?::double as quantity from range(2019, 2022) as t(i)",
            [quantity],
        )
    write_artifacts(settings, ["dim_thing", "fct_thing"])


def write_artifacts(settings: Settings, marts: list[str], status: str = "success") -> None:
    """dbt's manifest.json and run_results.json for these marts, as far as publish reads them."""
    nodes = {
        f"model.netzero_tw.{name}": {
            "resource_type": "model",
            "schema": "marts",
            "alias": name,
            "package_name": "netzero_tw",
            "original_file_path": "dbt_project.yml",
            "config": {"materialized": "table"},
        }
        for name in marts
    }
    manifest = {"metadata": {"project_name": "netzero_tw"}, "nodes": nodes}
    results = [{"unique_id": n, "status": status, "execution_time": 0.5} for n in nodes]
    settings.dbt_manifest.write_text(json.dumps(manifest))
    now = datetime.now(UTC).isoformat()
    metadata = {"invocation_id": "made by hand", "invocation_started_at": now}
    arguments = {"which": "build"}
    run_results = {"metadata": metadata, "results": results, "args": arguments}
    settings.run_results.write_text(json.dumps(run_results))


def gate_of(settings: Settings, *, success: bool = True, severity: str = "critical") -> GateResult:
    """A gate result about the present candidate with one expectation."""
    row = ExpectationResult(
        boundary="published",
        table_name="fct_thing",
        column_name="quantity",
        expectation="column_values_to_be_between",
        severity=severity,
        success=success,
        expected="min_value 0",
        observed=None,
        unexpected_count=0 if success else 1,
        unexpected_sample=None if success else "-1",
        reason="a quantity cannot be negative",
    )
    gate = GateResult(candidate.settle(settings.build_db), "2026-01-01T00:00:00+00:00", [row])
    gate.save(settings.gate_result)
    return gate


@pytest.fixture
def handmade(tmp_path: Path) -> Settings:
    """Settings of a small candidate that is ready to publish."""
    settings = replace(settings_in(tmp_path), keep_releases=2)
    make_candidate(settings)
    return settings


def publish_now(settings: Settings) -> Path:
    """Publish the candidate as one the gate passed; returns the folder of the release."""
    return publish(settings, gate_of(settings), Measurements())


def query(path: Path, sql: str) -> list[tuple]:
    """Rows of a query on a DuckDB file opened read-only."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()
