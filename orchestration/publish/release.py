"""Makes a release of a checked candidate and puts it in front of readers.

Belongs here: the order of the steps, and what must hold before the first.
Does not: links and locks (swap.py), facts (manifest.py), judging content (checks/).
"""

import json
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from orchestration import candidate, dbt, files
from orchestration.checks import report
from orchestration.checks.results import ExpectationResult, GateResult
from orchestration.errors import CandidateUnusable, GateFailed
from orchestration.measure import Measurements
from orchestration.publish import complete, manifest, swap
from orchestration.settings import MARTS, Settings

RESULT_TABLE = "dq_expectation_result"
_ARROW_TYPES = {bool: pa.bool_(), int | None: pa.int64()}


def publish(settings: Settings, gate: GateResult, measurements: Measurements) -> Path:
    """Publish the candidate that `gate` passed; returns the folder of the new release.

    Raises GateFailed, CandidateUnusable or PublishRefused; the published release is then the
    one it was before.
    """
    if not gate.passed:
        raise GateFailed("A critical expectation failed, so the candidate is not published.")
    with swap.publisher_lock(settings.publish_dir), measurements.step("publish"):
        swap.remove_leftovers(settings.publish_dir)
        found = require_publishable(settings, gate)
        now = datetime.now(UTC)
        release_id = new_release_id(settings.publish_dir, now, gate.candidate_sha256)
        folder = settings.publish_dir / "releases" / release_id
        unfinished = folder.with_name(f"{swap.UNFINISHED}{release_id}")
        unfinished.mkdir(parents=True)
        try:
            fill(unfinished, settings, gate, measurements, release_id, now, found)
            files.sync_tree(unfinished)
            (unfinished / "warehouse.duckdb").chmod(0o444)
            unfinished.rename(folder)
            swap.swap_in(settings.publish_dir, release_id, links=settings.links)
        except BaseException:
            if swap.current_release(settings.publish_dir) != release_id and folder.exists():
                files.remove_tree(folder)
            swap.remove_leftovers(settings.publish_dir)
            raise
        with suppress(OSError):  # it is published; the next publisher tries again
            swap.prune(settings.publish_dir, settings.keep_releases)
    return folder


def require_publishable(settings: Settings, gate: GateResult) -> dict[str, str]:
    """Raise CandidateUnusable unless the candidate is idle, the one the gate checked, a complete
    build, and holds exactly the marts of the dbt project. Returns the inputs it was made from."""
    path = settings.build_db
    found = complete.require_complete(settings)
    if candidate.settle(path) != gate.candidate_sha256:
        raise CandidateUnusable(f"{path} changed after it was checked; run the gate again.")
    promised = dbt.mart_names(dbt.read_artifact(settings.dbt_manifest))
    with candidate.connect(path, read_only=True) as connection:
        present = candidate.tables(connection, MARTS)
    missing = sorted(set(promised) - set(present))
    unknown = sorted(set(present) - set(promised) - {RESULT_TABLE})
    if not promised or missing:
        raise CandidateUnusable(
            f"{path} lacks marts of this project: {', '.join(missing) or 'it has none'};"
            " run `dbt build` without a selection."
        )
    if unknown:
        raise CandidateUnusable(
            f"{path} has marts this project does not: {', '.join(unknown)}; an older build left"
            " them. Delete the file and build again."
        )
    return found


def new_release_id(publish_dir: Path, now: datetime, sha256: str) -> str:
    """UTC time to the microsecond plus the start of the candidate's hash: sortable and unique."""
    release_id = f"{now:%Y%m%dT%H%M%S.%fZ}-{sha256[:8]}"
    if (publish_dir / "releases" / release_id).exists():
        raise CandidateUnusable(f"Release {release_id} exists already; is the clock right?")
    return release_id


def fill(
    folder: Path,
    settings: Settings,
    gate: GateResult,
    measurements: Measurements,
    release_id: str,
    now: datetime,
    found: dict[str, str],
) -> None:
    """Write every file of the release into `folder`; manifest.json comes last."""
    warehouse = folder / "warehouse.duckdb"
    shutil.copyfile(settings.build_db, warehouse)
    with duckdb.connect(str(warehouse)) as connection:
        connection.register("results", as_table(gate))
        connection.execute(f"create or replace table {MARTS}.{RESULT_TABLE} as from results")
        connection.execute("checkpoint")
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        write_parquet(connection, folder / "marts")
        report.write(gate, folder / "quality.html")
        facts = manifest.build(
            settings, release_id, now, folder, connection, gate, measurements.as_dict(), found
        )
    text = json.dumps(facts, ensure_ascii=False, indent=2)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def as_table(gate: GateResult) -> pa.Table:
    """The gate's results as the columns of marts.dq_expectation_result."""
    fields = ExpectationResult.__dataclass_fields__.values()
    schema = pa.schema([(f.name, _ARROW_TYPES.get(f.type, pa.string())) for f in fields])
    return pa.Table.from_pylist([vars(r) for r in gate.results], schema=schema)


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write every table of schema marts to `folder`/<name>.parquet, rows in a stable order."""
    folder.mkdir()
    for name in candidate.tables(connection, MARTS):
        goal = str(folder / f"{name}.parquet").replace("'", "''")
        connection.execute(
            f"""copy (from {MARTS}."{name}" order by all)"""
            f" to '{goal}' (format parquet, compression zstd)"
        )
