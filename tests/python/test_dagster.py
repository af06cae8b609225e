"""Dagster: the same job as the command line, with checks that block."""

import json
from pathlib import Path

import duckdb
import pytest
from dagster import AssetKey, AssetSelection, Definitions, JobDefinition, define_asset_job

from conftest import Built, tree_of
from orchestration.assets.gate import CHECK_NAME
from orchestration.definitions import assemble
from orchestration.settings import Settings


@pytest.fixture
def own(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings over a copy of the build. dbt takes its paths from the environment."""
    settings = built.copy_to(tmp_path)
    for name, value in settings.environment().items():
        monkeypatch.setenv(name, value)
    return settings


# Dagster writes a line for each event; a failing test should show its own message instead.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def gate_and_publish(settings: Settings) -> JobDefinition:
    """The job without its first step, so that dbt need not run again."""
    defs = assemble(settings)
    checks = [k for k in defs.resolve_asset_graph().asset_check_keys if k.name == CHECK_NAME]
    selection = AssetSelection.assets("published_warehouse") | AssetSelection.checks(*checks)
    job = define_asset_job("gate_and_publish", selection)
    return Definitions.merge(defs, Definitions(jobs=[job])).resolve_job_def("gate_and_publish")


def test_every_suite_is_a_check_and_those_on_marts_block(own: Settings):
    graph = assemble(own).resolve_asset_graph()
    checks = {key: graph.get(key) for key in graph.asset_check_keys if key.name == CHECK_NAME}
    suites = {
        (boundary, path.stem)
        for boundary, folder in (("seeds", "landed"), ("marts", "published"))
        for path in (own.expectations_dir / folder).glob("*.py")
    }
    assert {tuple(key.asset_key.path) for key in checks} == suites
    assert {key.asset_key.path[0] for key, node in checks.items() if node.blocking} == {"marts"}


def test_dbt_tests_of_severity_error_block(own: Settings):
    graph = assemble(own).resolve_asset_graph()
    severities = {
        node["name"]: node["config"]["severity"].lower()
        for node in json.loads(own.dbt_manifest.read_text(encoding="utf-8"))["nodes"].values()
        if node["resource_type"] == "test"
    }
    blocking = {key.name: graph.get(key).blocking for key in graph.asset_check_keys}
    of_dbt = {name: b for name, b in blocking.items() if name != CHECK_NAME}
    assert len(of_dbt) > 50
    assert of_dbt == {name: severities[name] == "error" for name in of_dbt}


def test_the_release_is_downstream_of_every_mart(own: Settings):
    graph = assemble(own).resolve_asset_graph()
    marts = {key for key in graph.get_all_asset_keys() if key.path[0] == "marts"}
    assert marts
    assert graph.get(AssetKey("published_warehouse")).parent_keys == marts


def test_one_schedule_runs_the_one_job_every_morning(own: Settings):
    (schedule,) = assemble(own).schedules
    assert schedule.job_name == "refresh"
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("30 6 * * *", "Asia/Taipei")


def test_the_job_builds_checks_and_publishes(built: Built, own: Settings):
    own.build_db.write_bytes(b"left by an older build")
    done = assemble(own).resolve_job_def("refresh").execute_in_process(QUIET)
    assert done.success
    facts = json.loads((own.publish_dir / "manifest.json").read_text(encoding="utf-8"))
    checks = done.get_asset_check_evaluations()
    assert sum(c.check_name == CHECK_NAME for c in checks) > 10
    assert all(c.passed for c in checks)
    # Two builds of the same code with the same vars have the same content.
    first = json.loads((built.settings.publish_dir / "manifest.json").read_text(encoding="utf-8"))
    assert facts["content_sha256"] == first["content_sha256"]
    assert facts["release_id"] != first["release_id"]


@pytest.mark.parametrize(
    "change",
    [
        "update marts.fct_industry_energy_use set tco2e = -tco2e",
        # On a seed the check itself cannot block: the failing step does.
        "update seeds.energy_audit_2022_fuel_use set electricity = 'x'",
    ],
)
def test_a_critical_failure_keeps_the_release_from_running(own: Settings, change: str):
    job = gate_and_publish(own)
    assert job.execute_in_process(QUIET).success
    before = tree_of(own.publish_dir)
    with duckdb.connect(str(own.build_db)) as connection:
        connection.execute(change)

    failed = job.execute_in_process(QUIET, raise_on_error=False)

    assert not failed.success
    started = {e.step_key for e in failed.all_events if e.event_type_value == "STEP_START"}
    assert started == {"quality_gate"}
    assert any(not c.passed for c in failed.get_asset_check_evaluations())
    assert tree_of(own.publish_dir) == before
