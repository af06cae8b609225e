"""What is written below NETZERO_LANDED, and in which order, so that a reader never sees half of it.

Belongs here: Parquet, archive, log, the three lists, the lock. Does not: deciding what is accepted.

    <dataset>/<vintage>_<sha8>.parquet     accepted rows; the rename of this file is what lands it
    _log/<dataset>/<vintage>_<sha8>.json   what is known about that file; written first, ignored without its Parquet
    _archive/<sha256>                      the published bytes, or a copy without personal columns
    _files, _quarantine, _repairs.parquet  made from the log alone, anew after every run
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
from orchestration.landing.contract import Column, Contract
from orchestration.landing.header import Header
from orchestration.locking import held

TEMPORARY = ".unfinished"
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
        *((n, pa.string()) for n in ("source_release_key", "dataset", "publisher", "title", "licence", "file_name")),
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
        *((n, pa.string()) for n in ("dataset", "source_release_key", "rule_code", "column_name", "repair")),
        ("repair_count", pa.int32()),
    ]
)


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the folder for one writer and clear what a crashed one left. Raises LandingRefused if it is held."""
    refusal = LandingRefused(f"Another process is landing files into {folder}; wait for it and run again.")
    with held(folder / ".landing.lock", refusal):
        for path in folder.rglob(f"*{TEMPORARY}"):
            path.unlink()
        yield


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place so that its name never stands for a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + TEMPORARY)
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _parquet(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def arrow_type(column: Column) -> pa.DataType:
    """The type a column has in Parquet."""
    return ARROW.get(column.type, pa.string())


def rows_as_parquet(contract: Contract, rows: dict[str, list], facts: dict[str, Any]) -> bytes:
    """Accepted rows in the contract's columns and types, with where they come from on each."""
    fields = [(name, arrow_type(column)) for name, column in contract.columns.items()]
    arrays = [pa.array(rows[name], kind) for name, kind in fields]
    for name, kind in PROVENANCE:
        if name == "row_number":
            arrays.append(pa.array(rows[name], kind))
        else:
            arrays.append(pa.repeat(pa.scalar(facts[name], kind), len(rows["row_number"])))
    return _parquet(pa.Table.from_arrays(arrays, schema=pa.schema(fields + PROVENANCE)))


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
        name, content = sha256 + CLEANED, text.getvalue().encode()
    path = folder / "_archive" / name
    if not path.exists():
        write_whole(path, content)
    return name


def commit(folder: Path, log: dict[str, Any], parquet: bytes) -> None:
    """Land a file: the log first, then the rows; the rename of the rows is the moment it is landed."""
    dataset, stem = log["file"]["dataset"], log["stem"]
    text = json.dumps(log, ensure_ascii=False, default=str, indent=1, sort_keys=True)
    write_whole(folder / "_log" / dataset / f"{stem}.json", text.encode())
    write_whole(folder / dataset / f"{stem}.parquet", parquet)


def remove(folder: Path, log: dict[str, Any]) -> None:
    """Take back a landed file that has been replaced: the same bytes under a changed contract."""
    for path in (
        folder / log["file"]["dataset"] / f"{log['stem']}.parquet",
        folder / "_log" / log["file"]["dataset"] / f"{log['stem']}.json",
    ):
        path.unlink(missing_ok=True)


def logs(folder: Path, dataset: str = "*") -> list[dict[str, Any]]:
    """The log of every landed file, oldest vintage first."""
    found = []
    for path in folder.glob(f"_log/{dataset}/*.json"):
        if (folder / path.parent.name / f"{path.stem}.parquet").exists():
            log = json.loads(path.read_text(encoding="utf-8"))
            for column in ("vintage_date", "retrieved_at"):
                value = log["file"][column]
                log["file"][column] = date.fromisoformat(value) if value else None
            log["file"]["loaded_at"] = datetime.fromisoformat(log["file"]["loaded_at"])
            found.append(log)
    return sorted(found, key=lambda log: (log["file"]["dataset"], log["file"]["vintage_date"], log["stem"]))


def rows_of(folder: Path, log: dict[str, Any], columns: list[str]) -> list[dict[str, Any]]:
    """Some columns of a landed file's rows."""
    path = folder / log["file"]["dataset"] / f"{log['stem']}.parquet"
    return pq.ParquetFile(path).read(columns=columns).to_pylist()


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
        "_repairs": (REPAIRS, [{**a, **r} for a, log in zip(about, landed, strict=True) for r in log["repairs"]]),
    }
    for name, (schema, rows) in lists.items():
        content = _parquet(pa.Table.from_pylist(rows, schema=schema))
        path = folder / f"{name}.parquet"
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)
