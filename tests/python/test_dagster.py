"""Dagster: the same job as the command line, with checks that block, and what its pages say."""

import json
import re
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest
import yaml
from dagster import (
    AssetCheckResult,
    AssetKey,
    AssetSelection,
    Definitions,
    JobDefinition,
    define_asset_job,
)
from dagster._core.execution.api import create_execution_plan

from conftest import Built, tree_of
from orchestration import resources
from orchestration.assets.appearance import ROW_COUNT, sentence
from orchestration.assets.gate import CHECK_NAME, DRIFT_CHECK
from orchestration.assets.warehouse import explained
from orchestration.definitions import assemble
from orchestration.landing.contract import load_all
from orchestration.publish import complete
from orchestration.resources import POOL
from orchestration.schedules import feeds
from orchestration.settings import MARTS, Settings
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
def defs(built: Built) -> Definitions:
    """All definitions of the built project."""
    return assemble(built.settings)


@pytest.fixture(scope="module")
def graph(defs: Definitions):
    """All assets and checks as Dagster lists them; nothing is run."""
    return defs.resolve_asset_graph()


# Dagster writes a line for each event; a failing test should show its own message instead.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


OF_GATE = (CHECK_NAME, DRIFT_CHECK)


def gate_and_publish(settings: Settings) -> JobDefinition:
    """The job without its first step, so that dbt need not run again."""
    defs = assemble(settings)
    of_marts = [
        k for k in defs.resolve_asset_graph().asset_check_keys if k.asset_key.path[0] == MARTS
    ]
    checks = [key for key in of_marts if key.name in OF_GATE]
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
    # an own file is judged when the models that read it are built; the gate's step stops then
    own = {AssetKey(["landed", c.dataset]) for c in load_all() if c.own}
    assert {key.asset_key for key, node in checks.items() if not node.blocking} == own
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


def test_own_files_are_observed_with_files_and_rows(own: Settings):
    folder = own.landed_dir / "activity_data"
    folder.mkdir(parents=True)
    for vintage, rows in (("2024-06-01", 2), ("2025-06-01", 3)):
        path = folder / f"{vintage}_abcdef01.parquet"
        duckdb.sql(f"copy (select * from range({rows})) to '{path}' (format parquet)")
    key = AssetKey(["landed", "activity_data"])
    selected = define_asset_job("observe", selection=AssetSelection.assets(key).without_checks())
    defs = Definitions.merge(assemble(own), Definitions(jobs=[selected]))
    done = defs.resolve_job_def("observe").execute_in_process(QUIET)
    (event,) = done.get_asset_observation_events()
    metadata = event.asset_observation_data.asset_observation.metadata
    assert metadata[ROW_COUNT].value == 5
    assert metadata["file_count"].value == 2
    assert metadata["newest_file"].value == "2025-06-01_abcdef01.parquet"


def test_every_dataset_of_a_publisher_is_landed_by_a_job_of_its_own(defs: Definitions, graph):
    published = {c.dataset for c in load_all() if not c.own}
    found = {key.path[-1]: graph.get(key) for key in graph.get_all_asset_keys()}
    assert {name for name in published if found[name].is_materializable} == published
    assert {name for name in published if found[name].pools == {POOL}} == published
    served = {f.dataset: timedelta(days=f.fresh_within_days) for f in feeds().values()}
    policies = {name: found[name].freshness_policy for name in published}
    windows = {n: p.fail_window.to_timedelta() for n, p in policies.items() if p}
    assert windows == served
    assert graph.get(AssetKey("published_warehouse")).freshness_policy
    for name in published:
        job = defs.resolve_job_def(f"refresh_{name}")
        assert {n.name for n in job.nodes} == {f"land_{name}", f"landed__{name}_expectations"}
    release = {n.name for n in defs.resolve_job_def("release").nodes}
    assert release == {"warehouse", "quality_gate", "published_warehouse"}
    everything = {n.name for n in defs.resolve_job_def("refresh").nodes}
    assert everything == release | {
        n for name in published for n in (f"land_{name}", f"landed__{name}_expectations")
    }
    assert {s.job_name for s in defs.schedules} == {"release", *(f"refresh_{n}" for n in served)}


def test_a_build_waits_for_every_suite_of_what_it_reads(defs: Definitions, graph):
    steps = create_execution_plan(defs.resolve_job_def("refresh")).get_step_by_key("warehouse")
    waits_for = steps.get_execution_dependency_keys()
    published = {c.dataset for c in load_all() if not c.own}
    read = {
        key.path[-1]
        for node in graph.asset_nodes
        for key in node.parent_keys
        if key.path[0] == "landed" and key.path[-1] in published
    }
    assert {f"landed__{name}_expectations" for name in read} <= waits_for


def test_the_job_builds_checks_and_publishes(built: Built, own: Settings):
    own.build_db.write_bytes(b"left by an older build")
    done = assemble(own).resolve_job_def("release").execute_in_process(QUIET)
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
