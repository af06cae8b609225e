"""What several test modules share: one real build, and a small candidate made by hand.

Belongs here: fixtures used by more than one module. Does not: assertions about the product.
"""

import json
import os
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
from project_copy import copy_parsed, copy_project, once, root_of, run_cli, settings_of


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


# In this order processes never wait for each other: while one builds the default warehouse, the
# next lints; the longest files come first, so that all processes end together.
FIRST = (
    "test_readme",
    "test_style",
    "test_gate_proofs",
    "test_landed_build",
    "test_landed_disclosures",
    "test_crash",
    "test_landing_real_files",
    "test_dagster",
    "test_mutants",
    "test_newest",
    "test_two_at_once",
    "test_year",
    "test_own_files",
    "test_gate",
    "test_bad_input",
    "test_unit_tests",
    "test_generic_tests",
    "test_draws",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by file: those of FIRST, then the rest as they were found."""
    rank = {name: place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: rank.get(item.path.stem, len(FIRST)))


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
        """The project with candidate, dbt artifacts and gate result of one's own, to alter."""
        return copy_project(folder / "project", of=root_of(self.settings), with_target=True)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this session share."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"


@pytest.fixture(scope="session")
def built(shared: Path) -> Built:
    """Build, gate and publish once for the whole session. Altering tests use `copy_to`."""
    root, printed = shared / "built", shared / "built.txt"

    def build() -> None:
        done = run_cli(copy_project(root), "build")
        tail = "\n".join(done.stdout.splitlines()[-40:])
        assert done.returncode == 0, f"the default build failed:\n{tail}"
        printed.write_text(done.stdout, encoding="utf-8")

    once(root, build)
    return Built(settings_of(root), printed.read_text(encoding="utf-8"))


LANDING = Path(os.environ.get("NETZERO_LANDING") or ROOT.parent / "shared" / "landing")


@pytest.fixture(scope="session")
def landed_folder(shared: Path, built: Built) -> Path:
    """A project with all real published files landed, once. Absent files fail in CI, else skip."""
    if not LANDING.is_dir():
        message = f"{LANDING} is not there; set NETZERO_LANDING to the folder of published files"
        if os.environ.get("CI"):
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    root = shared / "landed"

    def land() -> None:
        settings = copy_project(root)
        copy_parsed(built.settings, settings)
        done = run_cli(settings, "land", str(LANDING))
        assert done.returncode == 0, done.stdout[-4000:]

    once(root, land)
    return root


@pytest.fixture(scope="session")
def landed_build(landed_folder: Path) -> Settings:
    """The warehouse built, gated and published on the real published files, once."""
    settings = settings_of(landed_folder)

    def build() -> None:
        done = run_cli(settings, "build", NETZERO_DATA="landed")
        assert done.returncode == 0, done.stdout[-4000:]

    once(settings.publish_dir, build)
    return settings


@pytest.fixture(scope="session")
def landed(landed_build: Settings):
    """A connection to what `landed_build` published."""
    with duckdb.connect(
        str(landed_build.publish_dir / "warehouse.duckdb"), read_only=True
    ) as found:
        yield found


def make_candidate(settings: Settings, quantity: float = 1.5) -> None:
    """A warehouse of two marts, a seed and a view, with the dbt artifacts that describe it."""
    settings.target_dir.mkdir(parents=True, exist_ok=True)
    candidate.discard(settings.build_db)
    with duckdb.connect(str(settings.build_db)) as connection:
        connection.execute(
            "create table last_dbt_invocation as select 'made by hand' as invocation_id,"
            " 'embedded' as data, ? as landed",
            [str(settings.landed_dir)],
        )
        connection.execute("create schema marts; create schema seeds; create schema staging")
        connection.execute("create table seeds.raw as select '1,343' as printed")
        connection.execute("create view staging.stg_raw as select printed from seeds.raw")
        connection.execute("create table marts.dim_thing as select 'a' as code, '甲' as name_zh")
        connection.execute(
            "create table marts.fct_thing as"
            " select i as year, ?::double as quantity from range(2019, 2022) as t(i)",
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
