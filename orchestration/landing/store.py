"""What is written below NETZERO_LANDED, and in which order, so that a reader never sees half of it.

Belongs here: Parquet, archive, the three lists, the lock. Does not: deciding what is accepted.

    <dataset>/<vintage>_<sha8>.parquet     accepted rows, and in its metadata what is known about
                                           the file: both change in the step that names the Parquet
    _archive/<sha256>                      the published bytes, or a copy without personal columns
    _files, _quarantine, _repairs.parquet  made from that metadata alone, anew after every run
"""

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.errors import LandingRefused
from orchestration.files import UNFINISHED, sync, write_whole
from orchestration.landing.contract import Column, Contract
from orchestration.landing.header import Header
from orchestration.locking import LANDING, held

TEMPORARY = UNFINISHED
LOG = b"netzero_landing"
CLEANED = ".without_personal_columns.csv"
ARROW = {
    **dict.fromkeys(("number", "percent", "ratio", "money"), pa.float64()),
    **dict.fromkeys(("integer", "year_roc", "year_ad"), pa.int32()),
    **dict.fromkeys(("date_roc7", "date_ad8", "date_iso", "date_dmy", "month_roc"), pa.date32()),
    "boolean": pa.bool_(),
}
PROVENANCE = [
    ("source_release_key", pa.string()),
    ("vintage_date", pa.date32()),
    ("retrieved_at", pa.date32()),
    ("file_name", pa.string()),
    ("file_sha256", pa.string()),
    ("row_number", pa.int32()),
]
FILES = pa.schema(
    [
        *(
            (n, pa.string())
            for n in ("source_release_key", "dataset", "publisher", "title", "licence", "file_name")
        ),
        *((n, pa.string()) for n in ("file_sha256", "encoding", "era")),
        ("vintage_date", pa.date32()),
        ("retrieved_at", pa.date32()),
        ("url", pa.string()),
        *((n, pa.int32()) for n in ("landed_count", "accepted_count", "quarantined_count")),
        ("loaded_at", pa.timestamp("us", tz="UTC")),
        ("archived_as", pa.string()),
    ]
)
QUARANTINE = pa.schema(
    [
        ("dataset", pa.string()),
        ("source_release_key", pa.string()),
        ("row_number", pa.int32()),
        *((n, pa.string()) for n in ("rule_code", "column_name", "raw_value", "raw_row", "reason")),
    ]
)
REPAIRS = pa.schema(
    [
        *(
            (n, pa.string())
            for n in ("dataset", "source_release_key", "rule_code", "column_name", "repair")
        ),
        ("repair_count", pa.int32()),
    ]
)


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the folder for one writer and clear what a crashed one left.

    Raises LandingRefused, naming who it is, if another lands or a build reads what is landed: its
    inputs must not change under it.
    """
    refusal = LandingRefused(
        f"Another process is landing files into {folder}, or building from them; wait for it and"
        " run again."
    )
    with held(folder / LANDING, refusal):
        for path in folder.rglob(f"*{TEMPORARY}"):
            path.unlink()
        yield


def _parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def arrow_type(column: Column) -> pa.DataType:
    """The type a column has in Parquet."""
    return ARROW.get(column.type, pa.string())


def rows_as_parquet(contract: Contract, rows: dict[str, list], log: dict[str, Any]) -> bytes:
    """Accepted rows in the contract's columns and types, with where they come from on each.

    The log goes into the metadata of the same file.
    """
    facts = log["file"]
    fields = [(name, arrow_type(column)) for name, column in contract.columns.items()]
    arrays = [pa.array(rows[name], kind) for name, kind in fields]
    for name, kind in PROVENANCE:
        if name == "row_number":
            arrays.append(pa.array(rows[name], kind))
        else:
            arrays.append(pa.repeat(pa.scalar(facts[name], kind), len(rows["row_number"])))
    text = json.dumps(log, ensure_ascii=False, default=str, sort_keys=True)
    schema = pa.schema(fields + PROVENANCE, metadata={LOG: text.encode()})
    return _parquet(pa.Table.from_arrays(arrays, schema=schema))


def archive(folder: Path, sha256: str, content: bytes, header: Header) -> str:
    """Keep the published bytes, or, where the file names persons, a CSV of every other column.

    Returns the name in the archive.
    """
    name = sha256
    if header.era.dropped:
        dropped = {d.casefold() for d in header.era.dropped}
        kept = [i for i, n in enumerate(header.names) if n.casefold() not in dropped]
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        for row in islice(header.sheet.rows(), header.row, None):
            writer.writerow([row[i] if i < len(row) else "" for i in kept])
        name, content = sha256 + CLEANED, text.getvalue().encode("utf-8", "backslashreplace")
    path = folder / "_archive" / name
    if not path.exists():
        write_whole(path, content)
    return name


def commit(
    folder: Path, log: dict[str, Any], parquet: bytes, earlier: list[dict[str, Any]]
) -> None:
    """Land a file in the place of its `earlier` versions: each moment shows exactly one of them.

    The new rows first take the name of the old ones, then their own name: two steps, and readers
    take every Parquet of the dataset whatever its name.
    """
    goal = folder / log["file"]["dataset"] / f"{log['stem']}.parquet"
    for superfluous in earlier[1:]:
        remove(superfluous)
    if not earlier:
        write_whole(goal, parquet)
        return
    place = earlier[0]["path"]
    write_whole(place, parquet)
    if place != goal:
        os.replace(place, goal)
        sync(goal.parent)
    _legacy_log(place).unlink(missing_ok=True)


def remove(log: dict[str, Any]) -> None:
    """Take back a landed file."""
    log["path"].unlink(missing_ok=True)
    _legacy_log(log["path"]).unlink(missing_ok=True)


def _legacy_log(path: Path) -> Path:
    """Where the log of a Parquet stood before it was part of the Parquet."""
    return path.parents[1] / "_log" / path.parent.name / f"{path.stem}.json"


def logs(folder: Path, dataset: str = "[!_]*") -> list[dict[str, Any]]:
    """The log of every landed file, oldest vintage first; `path` is where its rows are."""
    found = []
    for path in folder.glob(f"{dataset}/*.parquet"):
        text = (pq.read_metadata(path).metadata or {}).get(LOG)
        if text is None and _legacy_log(path).exists():
            text = _legacy_log(path).read_bytes()
        if text is None:
            continue  # put there by someone else; the lists do not know it
        log = json.loads(text)
        for column in ("vintage_date", "retrieved_at"):
            value = log["file"][column]
            log["file"][column] = date.fromisoformat(value) if value else None
        log["file"]["loaded_at"] = datetime.fromisoformat(log["file"]["loaded_at"])
        found.append({**log, "path": path})

    def order(log: dict[str, Any]) -> tuple:
        return log["file"]["dataset"], log["file"]["vintage_date"], log["stem"]

    return sorted(found, key=order)


def versions(folder: Path, own: list[str]) -> list[list[dict[str, Any]]]:
    """Versions of one own file that stand beside each other, newest first; [] as it should be.

    Only a copy made by hand, or a crash of an older release of this program, leaves two.
    """
    by_file: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for dataset in own:
        for log in logs(folder, dataset):
            by_file.setdefault((dataset, log["file"]["file_name"]), []).append(log)
    doubled = [found for found in by_file.values() if len(found) > 1]
    for found in doubled:
        found.sort(key=lambda log: (log["file"]["loaded_at"], log["stem"]), reverse=True)
    return doubled


def require_settled(folder: Path, own: list[str]) -> None:
    """Raise LandingRefused unless each own file is there once and the lists know every file."""
    for newest, *older in versions(folder, own):
        names = ", ".join(str(log["path"]) for log in (newest, *older))
        raise LandingRefused(
            f"{newest['file']['file_name']} is landed in {1 + len(older)} versions ({names}), and"
            " its rows would count more than once. Run `python3 -m orchestration land` on your"
            " file: the newest version stays."
        )
    listed = folder / "_files.parquet"
    known = (
        set(pq.read_table(listed)["source_release_key"].to_pylist()) if listed.exists() else set()
    )
    differing = known ^ {log["file"]["source_release_key"] for log in logs(folder)}
    if differing:
        raise LandingRefused(
            f"{listed} does not list what is landed ({', '.join(sorted(differing)[:3])}): a landing"
            " was interrupted or a file was deleted. Run `python3 -m orchestration land` again; it"
            " makes the lists anew."
        )


def rows_of(log: dict[str, Any], columns: list[str]) -> list[dict[str, Any]]:
    """Some columns of a landed file's rows."""
    return pq.ParquetFile(log["path"]).read(columns=columns).to_pylist()


def rebuild_lists(folder: Path) -> None:
    """Write _files, _quarantine and _repairs from the log of what is landed."""
    landed = logs(folder)
    about = [{k: log["file"][k] for k in ("dataset", "source_release_key")} for log in landed]
    lists = {
        "_files": (FILES, [log["file"] for log in landed]),
        "_quarantine": (
            QUARANTINE,
            [{**a, **q} for a, log in zip(about, landed, strict=True) for q in log["quarantine"]],
        ),
        "_repairs": (
            REPAIRS,
            [{**a, **r} for a, log in zip(about, landed, strict=True) for r in log["repairs"]],
        ),
    }
    for name, (schema, rows) in lists.items():
        content = _parquet(pa.Table.from_pylist(rows, schema=schema))
        path = folder / f"{name}.parquet"
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)
