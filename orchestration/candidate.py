"""The candidate: the DuckDB file dbt builds, before anyone may read it.

Belongs here: opening it, telling it apart from another build, starting it afresh, letting one
command at a time near it. Does not: judging its content (checks/), copying it out (publish/).
"""

import hashlib
import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from orchestration import locking
from orchestration.errors import CandidateUnusable
from orchestration.settings import Settings

LOCK = ".candidate.lock"
ORPHAN_SECONDS = 5.0  # a killed command's dbt notices within a tenth; DuckDB then closes the file
_claims = threading.local()


@contextmanager
def claimed(settings: Settings) -> Iterator[None]:
    """Keep other commands off the candidate, dbt's artifacts and the landed files it reads.

    Within a claim of the same thread it does nothing. Raises CandidateUnusable, naming who is
    building, checking, publishing or landing.
    """
    held = _claims.__dict__.setdefault("held", set())
    if settings.build_db in held:
        yield
        return
    busy = CandidateUnusable(f"{settings.build_db} is in use by another command.")
    landing = CandidateUnusable(f"Another command is landing files into {settings.landed_dir}.")
    with (
        locking.held(settings.target_dir / LOCK, busy),
        locking.held(settings.build_db.with_name(f".{settings.build_db.name}.lock"), busy),
        locking.shared(settings.landed_dir / locking.LANDING, landing),
    ):
        held.add(settings.build_db)
        for spilled in settings.spill_dir.glob("duckdb_temp_*"):  # by a process that was killed
            with suppress(OSError):
                spilled.unlink()
        try:
            yield
        finally:
            held.remove(settings.build_db)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def wal_of(path: Path) -> Path:
    """The write-ahead log DuckDB keeps beside `path` while changes are not yet in it."""
    return path.with_name(path.name + ".wal")


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """Open the candidate. Raises CandidateUnusable if it is missing, in use or not a database."""
    if not path.exists():
        raise CandidateUnusable(f"{path} does not exist: run `dbt build` first.")
    try:
        return duckdb.connect(str(path), read_only=read_only)
    except duckdb.Error as error:
        if re.search("lock|used by another process|already open", str(error), re.IGNORECASE):
            holder = re.search(r"PID (\d+)", str(error))
            end = "taskkill /F /PID" if os.name == "nt" else "kill"
            whose = f" (process {holder[1]}; `{end} {holder[1]}` ends it)" if holder else ""
            raise CandidateUnusable(
                f"{path} is in use by another process{whose}; close it and run again."
                f" DuckDB says: {error}"
            ) from error
        raise CandidateUnusable(f"{path} cannot be opened: {error}") from error


def settle(path: Path) -> str:
    """Bring everything into the one file, leaving no write-ahead log, and return its SHA-256.

    Opening for writing also proves that no one else is still writing.
    """
    with connect(path, read_only=False) as connection:
        connection.execute("checkpoint")
    if wal_of(path).exists():
        raise CandidateUnusable(f"{wal_of(path)} is still there after a checkpoint; build again.")
    return sha256_of(path)


def discard(path: Path) -> None:
    """Remove the candidate, so that nothing an older build left in it can be published.

    Raises CandidateUnusable if another process is using it and goes on doing so.
    """
    last = time.monotonic() + ORPHAN_SECONDS
    while path.exists():
        try:
            connect(path, read_only=False).close()
        except CandidateUnusable as error:
            if "in use" in str(error):
                if time.monotonic() > last:
                    raise
                time.sleep(0.1)
                continue
        path.unlink(missing_ok=True)
    wal_of(path).unlink(missing_ok=True)


def tables(connection: duckdb.DuckDBPyConnection, schema: str) -> list[str]:
    """Names of the tables and views of a schema, sorted."""
    rows = connection.execute(
        "select table_name from information_schema.tables"
        " where table_schema = ? and table_catalog = current_database() order by 1",
        [schema],
    )
    return [name for (name,) in rows.fetchall()]
