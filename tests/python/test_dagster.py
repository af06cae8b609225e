"""Dagster: the same job as the command line, with checks that block, and what its pages say."""

import json
import re
import shutil
from pathlib import Path

import duckdb
import pytest
import yaml
from dagster import (
    AssetCheckResult,
    AssetKey,
    AssetSelection,
    DagsterInstance,
    Definitions,
    JobDefinition,
    define_asset_job,
    job,
    op,
)

from conftest import Built, tree_of
from orchestration import resources
from orchestration.assets.appearance import ROW_COUNT, sentence
from orchestration.assets.gate import CHECK_NAME, DRIFT_CHECK
from orchestration.assets.warehouse import explained
from orchestration.definitions import assemble
from orchestration.publish import complete
from orchestration.sensors import forget
from orchestration.settings import ROOT, Settings
from project_copy import PLACES, root_of


@pytest.fixture
def own(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a copy of the built project, which Dagster takes for the project."""
    settings = built.copy_to(tmp_path)
    for module in (resources, complete):
        monkeypatch.setattr(module, "ROOT", root_of(settings))
    for name in PLACES:
        monkeypatch.delenv(name, raising=False)
    return settings


@pytest.fixture(scope="module")
def graph(built: Built):
    """All assets and checks as Dagster lists them; nothing is run."""
    return assemble(built.settings).resolve_asset_graph()


# Dagster writes a line for each event; a failing test should show its own message instead.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


OF_GATE = (CHECK_NAME, DRIFT_CHECK)


def gate_and_publish(settings: Settings) -> JobDefinition:
    """The job without its first step, so that dbt need not run again."""
    defs = assemble(settings)
    checks = [k for k in defs.resolve_asset_graph().asset_check_keys if k.name in OF_GATE]
    selection = AssetSelection.assets("published_warehouse") | AssetSelection.checks(*checks)
    job = define_asset_job("gate_and_publish", selection)
    return Definitions.merge(defs, Definitions(jobs=[job])).resolve_job_def("gate_and_publish")


def test_every_suite_of_a_mart_is_a_check_and_blocks(graph, built: Built):
    checks = {key: graph.get(key) for key in graph.asset_check_keys if key.name == CHECK_NAME}
    suites = {
        (place, path.stem)
        for place, folder in (("landed", "landed"), ("marts", "published"))
        for path in (built.settings.expectations_dir / folder).glob("*.py")
    }
    assert {tuple(key.asset_key.path) for key in checks} == suites
    assert {key.asset_key.path[0] for key, node in checks.items() if node.blocking} == {"marts"}
    assert [key for key, node in checks.items() if "Looks for" not in node.description] == []


def test_every_mart_that_is_compared_has_a_check_of_drift(graph, built: Built):
    declared = yaml.safe_load(built.settings.drift_rules.read_text(encoding="utf-8"))["marts"]
    checks = [key for key in graph.asset_check_keys if key.name == DRIFT_CHECK]
    assert {key.asset_key.path[-1] for key in checks} == set(declared)
    assert all(graph.get(key).blocking for key in checks)


def test_dbt_tests_of_severity_error_block(graph, built: Built):
    severities = {
        node["name"]: node["config"]["severity"].lower()
        for node in json.loads(built.settings.dbt_manifest.read_text(encoding="utf-8"))[
            "nodes"
        ].values()
        if node["resource_type"] == "test"
    }
    blocking = {key.name: graph.get(key).blocking for key in graph.asset_check_keys}
    of_dbt = {name: b for name, b in blocking.items() if name not in OF_GATE}
    assert len(of_dbt) > 50
    assert of_dbt == {name: severities[name] == "error" for name in of_dbt}


def test_the_release_is_downstream_of_every_mart(graph):
    marts = {key for key in graph.get_all_asset_keys() if key.path[0] == "marts"}
    assert marts
    assert graph.get(AssetKey("published_warehouse")).parent_keys == marts


def test_every_asset_stands_in_its_room_and_layer(graph, built: Built):
    manifest = json.loads(built.settings.dbt_manifest.read_text(encoding="utf-8"))
    nodes = {n["name"]: n for n in manifest["nodes"].values() if n["resource_type"] != "test"}
    for key in graph.get_all_asset_keys() - {AssetKey("published_warehouse")}:
        node, group = nodes.get(key.path[-1]), graph.get(key).group_name
        if key.path[0] == "landed":
            assert group.endswith("_landed"), key
        elif node["resource_type"] == "seed":
            assert group == f"{node['fqn'][1]}_seeds"
        else:
            assert group == f"{node['fqn'][2]}_{node['fqn'][1]}"
            owner = node["config"]["meta"].get("owner")
            assert owner is None or graph.get(key).owners == [f"team:{owner}"]
    assert {"dbt", "csv"} == graph.get(AssetKey(["seeds", "rule_threshold"])).kinds
    assert {"parquet"} == graph.get(AssetKey(["landed", "ghg_registry"])).kinds


def test_every_dbt_test_is_a_check_with_a_whole_name_and_a_sentence(graph, built: Built):
    manifest = json.loads(built.settings.dbt_manifest.read_text(encoding="utf-8"))
    tests = {n["name"] for n in manifest["nodes"].values() if n["resource_type"] == "test"}
    checks = {key.name: graph.get(key) for key in graph.asset_check_keys if key.name in tests}
    assert set(checks) == tests
    assert [name for name, node in checks.items() if len(node.description or "") < 8] == []
    # dbt cuts a name it makes up itself at 63 characters and puts a hash behind it
    assert [name for name in tests if re.search(r"_[0-9a-f]{32}$", name)] == []


def test_the_sentence_of_a_test_is_its_description_or_its_opening_comment():
    assert sentence({"description": "Sums hold."}) == "Sums hold."
    code = "-- Ten indicators,\n-- each once.\nselect 1 as problem"
    assert sentence({"name": "x", "raw_code": code}) == "Ten indicators, each once."
    within = {"name": "within", "kwargs": {"model": "m", "column_name": "pct", "maximum": 100}}
    assert sentence({"name": "x", "test_metadata": within}) == "within (pct): maximum 100"


def test_a_failed_check_carries_its_rows(own: Settings):
    results = {
        "results": [
            {
                "unique_id": "test.x.failed",
                "status": "fail",
                "compiled_code": "select 'row ' || i || ' is wrong' as problem"
                " from range(3) as t(i)",
            },
            {"unique_id": "test.x.passed", "status": "pass", "compiled_code": "select 1"},
        ]
    }
    own.run_results.write_text(json.dumps(results), encoding="utf-8")
    checks = [
        AssetCheckResult(
            passed=name == "passed",
            asset_key=AssetKey("a"),
            check_name=name,
            metadata={"unique_id": f"test.x.{name}"},
        )
        for name in ("failed", "passed")
    ]
    failed, passed = explained(checks, own, {})
    assert failed.description == "row 0 is wrong\nrow 1 is wrong\nrow 2 is wrong"
    assert passed.description is None


def test_landed_files_are_observed_with_files_and_rows(own: Settings):
    folder = own.landed_dir / "ghg_registry"
    folder.mkdir(parents=True)
    for vintage, rows in (("2024-06-01", 2), ("2025-06-01", 3)):
        path = folder / f"{vintage}_abcdef01.parquet"
        duckdb.sql(f"copy (select * from range({rows})) to '{path}' (format parquet)")
    key = AssetKey(["landed", "ghg_registry"])
    selected = define_asset_job("observe", selection=AssetSelection.assets(key))
    defs = Definitions.merge(assemble(own), Definitions(jobs=[selected]))
    done = defs.resolve_job_def("observe").execute_in_process(QUIET)
    (event,) = done.get_asset_observation_events()
    metadata = event.asset_observation_data.asset_observation.metadata
    assert metadata[ROW_COUNT].value == 5
    assert metadata["file_count"].value == 2
    assert metadata["newest_file"].value == "2025-06-01_abcdef01.parquet"


def test_the_history_keeps_the_newest_runs(tmp_path: Path):
    shutil.copy(ROOT / "orchestration" / "dagster.yaml", tmp_path)

    @op
    def nothing() -> None: ...

    @job
    def empty() -> None:
        nothing()

    with DagsterInstance.from_config(str(tmp_path)) as instance:
        ids = [empty.execute_in_process(QUIET, instance=instance).run_id for _ in range(3)]
        assert forget(instance, keep=2) == ids[:1]
        assert {run.run_id for run in instance.get_runs()} == set(ids[1:])
        assert type(instance.compute_log_manager).__name__ == "NoOpComputeLogManager"


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
    made = {
        e.asset_key: e.materialization.metadata for e in done.get_asset_materialization_events()
    }
    with duckdb.connect(str(own.build_db), read_only=True) as connection:
        rows = connection.table("marts.fct_industry_energy_use").count("*").fetchone()[0]
    assert made[AssetKey(["marts", "fct_industry_energy_use"])][ROW_COUNT].value == rows
    # Two builds of the same code with the same vars have the same content.
    first = json.loads((built.settings.publish_dir / "manifest.json").read_text(encoding="utf-8"))
    assert facts["content_sha256"] == first["content_sha256"]
    assert facts["release_id"] != first["release_id"]


@pytest.mark.parametrize(
    "change",
    [
        "update marts.fct_industry_energy_use set tco2e = 1000 * tco2e",  # a slip of the unit
        "delete from marts.county_emissions where county_code = '64000'",  # a county is gone
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
