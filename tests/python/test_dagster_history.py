"""A year of unattended runs leaves a history that stays small; a killed service holds nothing up.

Belongs here: history.py, the instance settings. Does not: when it runs (test_dagster_refresh).
NETZERO_HISTORY_RUNS=100 makes the bounded history longer; `-s` prints its figures.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from dagster import (
    AssetCheckResult,
    AssetKey,
    DagsterInstance,
    DagsterRunStatus,
    Definitions,
    MaterializeResult,
    asset,
    asset_check,
    define_asset_job,
    in_process_executor,
)
from dagster._core.test_utils import create_run_for_test

from orchestration import history
from orchestration.settings import ROOT

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
RUNS = int(os.environ.get("NETZERO_HISTORY_RUNS", "9"))


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[DagsterInstance]:
    """An instance in files, with this project's settings."""
    shutil.copy(ROOT / "orchestration" / "dagster.yaml", tmp_path)
    with DagsterInstance.from_config(str(tmp_path)) as made:
        yield made


def definitions(fails: bool = False, text: str = "") -> Definitions:
    """Two jobs: one asset with a check each."""

    @asset
    def daily() -> MaterializeResult:
        if fails:
            raise ValueError("no")
        return MaterializeResult(metadata={"text": text})

    @asset
    def yearly() -> None: ...

    @asset_check(asset=daily)
    def looked() -> AssetCheckResult:
        return AssetCheckResult(passed=True, metadata={"text": text})

    jobs = [
        define_asset_job(f"refresh_{name}", selection=name, executor_def=in_process_executor)
        for name in ("daily", "yearly")
    ]
    return Definitions(assets=[daily, yearly], asset_checks=[looked], jobs=jobs)


def run(instance: DagsterInstance, job: str = "refresh_daily", **how) -> str:
    found = definitions(**how).resolve_job_def(job)
    return found.execute_in_process(QUIET, instance=instance, raise_on_error=False).run_id


def shards(instance: DagsterInstance) -> set[str]:
    return set(instance.event_log_storage.get_all_run_ids())


def test_the_newest_runs_of_each_job_stay_and_nothing_of_the_others(instance: DagsterInstance):
    yearly = run(instance, "refresh_yearly")
    ids = [run(instance, fails=number % 2 == 0) for number in range(4)]
    before = history.size_of(Path(instance.root_directory))
    done = history.clean(instance, keep=2, settled=-1)
    assert done.runs == ids[:2], "failed runs go as well"
    left = {yearly, *ids[2:]}
    assert {r.run_id for r in instance.get_runs()} == left
    assert shards(instance) == left, "the file of a run goes with it"
    assert not [p for p in Path(instance.storage_directory()).glob("*") if p.name in ids[:2]]
    assert done.bytes_before == before > done.bytes_after
    with instance.event_log_storage.index_connection() as connection:
        told = connection.exec_driver_sql("select run_id from asset_check_executions").fetchall()
    assert {run_id for (run_id,) in told} <= left


def test_what_is_known_of_an_asset_outlives_its_runs(instance: DagsterInstance):
    first = run(instance)
    for _ in range(3):
        run(instance, "refresh_yearly")
    history.clean(instance, keep=0, settled=-1)
    assert instance.get_runs() == []
    (record,) = instance.get_asset_records([AssetKey("daily")])
    assert record.asset_entry.last_materialization.run_id == first, "freshness goes by it"
    with instance.event_log_storage.index_connection() as connection:
        told = connection.exec_driver_sql("select run_id from asset_check_executions").fetchall()
    assert told == [(first,)], "the newest word of a check stays"


def test_the_file_of_a_run_that_is_being_made_stays(instance: DagsterInstance):
    run_id = run(instance)
    instance.delete_run(run_id)
    history.clean(instance, keep=2)
    assert shards(instance) == {run_id}


def test_free_pages_are_given_back(tmp_path: Path):
    path = tmp_path / "index.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (b blob)")
        connection.executemany("insert into t values (?)", [(os.urandom(4000),)] * 500)
    full = path.stat().st_size
    assert not history.give_back_pages(path, least=1000)
    with sqlite3.connect(path) as connection:
        connection.execute("delete from t where rowid > 10")
    connection.close()
    assert path.stat().st_size == full
    assert not history.give_back_pages(path), "not worth it"
    assert history.give_back_pages(path, least=1000)
    assert path.stat().st_size < full / 10


def test_a_file_in_use_is_left_for_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "index.db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("create table t (b blob)")
    writer.executemany("insert into t values (?)", [(os.urandom(4000),)] * 50)
    writer.execute("delete from t")
    connect = sqlite3.connect
    monkeypatch.setattr(  # it need not wait for its five seconds
        history.sqlite3, "connect", lambda path, **how: connect(path, **{**how, "timeout": 0})
    )
    writer.execute("begin immediate")
    assert not history.give_back_pages(path, least=1000)
    writer.execute("commit")
    assert history.give_back_pages(path, least=1000)


def test_a_history_that_is_cleaned_stops_growing(instance: DagsterInstance):
    home, sizes = Path(instance.root_directory), []
    for _ in range(RUNS):
        run(instance, text="x" * 20_000)
        history.clean(instance, keep=3, settled=-1)
        sizes.append(history.size_of(home))
    first, last = sizes[RUNS // 3], sizes[-1]
    print(f"\nbytes after run 1: {sizes[0]:,}, {RUNS // 3}: {first:,}, {RUNS}: {last:,}")
    assert last < 1.1 * first
    assert len(shards(instance)) == 3


@pytest.mark.parametrize("status", history.UNFINISHED)
def test_a_run_that_a_dead_service_left_does_not_hold_the_pool(
    instance: DagsterInstance, status: DagsterRunStatus
):
    made = create_run_for_test(instance, job_name="refresh_daily", status=status)
    waiting = create_run_for_test(instance, status=DagsterRunStatus.NOT_STARTED)
    assert history.end_left_over(instance) == [made.run_id]
    assert instance.get_run_by_id(made.run_id).status == DagsterRunStatus.FAILURE
    assert instance.get_run_by_id(waiting.run_id).status == DagsterRunStatus.NOT_STARTED


def test_the_instance_ends_what_hangs_and_keeps_no_output(instance: DagsterInstance):
    assert type(instance.compute_log_manager).__name__ == "NoOpComputeLogManager"
    assert instance.run_monitoring_enabled
    assert instance.run_monitoring_max_runtime_seconds == 6 * 3600
    assert not instance.telemetry_enabled
    pools = instance.get_concurrency_config().pool_config
    assert (pools.default_pool_limit, pools.pool_granularity.value) == (1, "run")
