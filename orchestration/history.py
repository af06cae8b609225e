"""Dagster's history stays small: old runs and everything that belongs to them are deleted.

Belongs here: what goes and what stays below DAGSTER_HOME. Does not: when (sensors.py).

Dagster's own retention is of the ticks of schedules and sensors (dagster.yaml). `delete_run` takes
the rows of a run, and leaves its file below history/runs at full size, its check results in the
index, and the pages that became free in every SQLite file.
"""

import shutil
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dagster import DagsterInstance, DagsterRunStatus, RunsFilter
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage

# Of each job, so that a dataset that is fetched every day does not push out the yearly ones.
KEPT_RUNS = 5
FINISHED = [DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED]
UNFINISHED = [
    DagsterRunStatus.STARTING,
    DagsterRunStatus.STARTED,
    DagsterRunStatus.CANCELING,
]
# A file is made anew without its free pages when they are worth it.
FREE_BYTES, FREE_SHARE = 4_000_000, 0.25
SETTLED_SECONDS = 3600  # a file younger than that may be of a run that is being made


@dataclass(frozen=True)
class Cleaned:
    """What one cleaning took away."""

    runs: list[str]
    bytes_before: int
    bytes_after: int


def clean(
    instance: DagsterInstance, keep: int = KEPT_RUNS, settled: int = SETTLED_SECONDS
) -> Cleaned:
    """Delete all finished runs but the newest of each job, with all that is left of them."""
    home = Path(instance.root_directory)
    before = size_of(home)
    runs = forget(instance, keep)
    known = {run.run_id for run in instance.get_runs()}
    remove_files(instance, known, settled)
    forget_checks(instance, known)
    for path in [*home.glob("history/*.db"), *home.glob("history/runs/index.db")]:
        give_back_pages(path)
    for path in home.glob("schedules/*.db"):
        give_back_pages(path)
    return Cleaned(runs, before, size_of(home))


def forget(instance: DagsterInstance, keep: int = KEPT_RUNS) -> list[str]:
    """Delete all finished runs but the newest of each job; returns the ids of those deleted."""
    seen: Counter[str] = Counter()
    deleted = []
    for run in instance.get_runs(RunsFilter(statuses=FINISHED)):  # the newest first
        seen[run.job_name] += 1
        if seen[run.job_name] > keep:
            instance.delete_run(run.run_id)
            deleted.append(run.run_id)
    return deleted[::-1]


def remove_files(instance: DagsterInstance, known: set[str], settled: int) -> None:
    """Delete the event file and the storage folder of each run that is known no more."""
    storage, last = instance.event_log_storage, time.time() - settled
    if isinstance(storage, SqliteEventLogStorage):
        for run_id in storage.get_all_run_ids():
            path = Path(storage.path_for_shard(run_id))
            if run_id in known or path.stat().st_mtime > last:
                continue
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
    for folder in Path(instance.storage_directory()).glob("*-*-*-*-*"):
        if folder.name not in known and folder.stat().st_mtime <= last:
            shutil.rmtree(folder, ignore_errors=True)


def forget_checks(instance: DagsterInstance, known: set[str]) -> None:
    """Delete what checks said in runs that are known no more, but the newest word of each."""
    from sqlalchemy import text

    storage = instance.event_log_storage
    if not isinstance(storage, SqliteEventLogStorage):
        return
    newest = "select max(id) from asset_check_executions group by asset_key, check_name"
    with storage.index_connection() as connection:
        ids = connection.execute(text("select distinct run_id from asset_check_executions"))
        for (run_id,) in ids.fetchall():
            if run_id not in known:
                connection.execute(
                    text(
                        "delete from asset_check_executions"
                        f" where run_id = :run_id and id not in ({newest})"
                    ),
                    {"run_id": run_id},
                )


def give_back_pages(path: Path, least: int = FREE_BYTES, share: float = FREE_SHARE) -> bool:
    """Shrink an SQLite file whose pages are mostly free; whether it was done.

    A file that somebody is writing is left for the next time: free pages are used again anyway.
    """
    connection = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        free, pages, size = (
            connection.execute(f"pragma {name}").fetchone()[0]
            for name in ("freelist_count", "page_count", "page_size")
        )
        if free * size < least or free < share * pages:
            return False
        connection.execute("vacuum")
        connection.execute("pragma wal_checkpoint(truncate)")
        return True
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()


def size_of(home: Path) -> int:
    """Bytes of all files below a folder."""
    found = 0
    for path in home.rglob("*"):
        try:
            found += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue  # Dagster took it away meanwhile
    return found


def end_left_over(instance: DagsterInstance) -> list[str]:
    """Mark runs that a dead service left as running as failed; returns their ids.

    A run that nobody runs would hold the pool for good, and every later run would wait for it.
    """
    runs = instance.get_runs(RunsFilter(statuses=UNFINISHED))
    for run in runs:
        instance.report_run_failed(
            run, "The service that ran it ended before it did. Nothing half-written was published."
        )
    return [run.run_id for run in runs]
