"""Whether a file is the next state of the one before: what `sizes` of the contract does not name.

Belongs here: every column against the same keys of the vintage before: texts and codes that moved,
cells that are blank now, years that carry the figures of another year. Does not: sizes (sizes.py),
keys that are gone (checks.py).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from orchestration.landing import store
from orchestration.landing.contract import Contract, Era
from orchestration.landing.profile import SMALL, Fault

MOVED = 0.5  # of the values of a column may differ, where the contract says nothing of sizes
EMPTIED = 0.1  # may be blank that were not


def newest_before(
    folder: Path, contract: Contract, vintage: date, sha256: str
) -> Iterator[dict[str, Any]]:
    """The logs of older vintages of the dataset, the newest first."""
    for log in reversed(store.logs(folder, contract.dataset)):
        older = log["file"]["vintage_date"] < vintage
        if older and log["file"]["file_sha256"] != sha256:
            yield log


def faults(
    contract: Contract,
    era: Era,
    logs: Iterator[dict[str, Any]],
    derived: dict[str, Any],
    db: duckdb.DuckDBPyConnection,
) -> Iterator[Fault]:
    """Columns of the table `file` that are not those of the newest file before of the same part."""
    within = (contract.key_loss or {}).get("within", [])
    part = " and ".join(["true", *(f"{column} = ?" for column in within)])
    values = [derived[column] for column in within]
    for log in logs:
        db.execute(
            f"create or replace temp table before as select * from read_parquet(?) where {part}",
            [str(log["path"]), *values],
        )
        if db.execute("select count(*) from before").fetchone()[0]:
            of = next((e for e in contract.eras if e.name == log["file"]["era"]), None)
            yield from _moved(contract, era, of, db)
            return


def _moved(
    contract: Contract, era: Era, era_before: Era | None, db: duckdb.DuckDBPyConnection
) -> Iterator[Fault]:
    skipped = {*contract.key, *contract.one_period, *contract.derived, *era.absent}
    skipped |= set(era_before.absent) if era_before else set()
    # a new layout may word everything anew; figures stay what they are
    is_same = era_before is not None and era_before.name == era.name
    columns = [
        c for c in contract.columns.values() if c.name not in skipped and (is_same or c.is_quantity)
    ]
    if not columns or not contract.key:
        return
    asked = ", ".join(
        f"{{compared: count(*) filter (file.{c.name} is not null and before.{c.name} is not null),"
        f" moved: count(*) filter (file.{c.name} <> before.{c.name}),"
        f" was: count(before.{c.name}), emptied: count(*) filter (file.{c.name} is null"
        f" and before.{c.name} is not null)}}"
        for c in columns
    )
    on = " and ".join(f"file.{k} is not distinct from before.{k}" for k in contract.key)
    answers = db.execute(f"select {asked} from file join before on {on}").fetchone()
    of_sizes = set(contract.size_columns) if contract.sizes else set()
    for column, found in zip(columns, answers, strict=True):
        if found["compared"] >= SMALL and column.name not in of_sizes:
            may = column.moved if column.moved is not None else MOVED
            if found["moved"] > may * found["compared"]:
                yield Fault(
                    "moved",
                    column.name,
                    f"{found['moved']:,} of {found['compared']:,} values of {column.name} differ"
                    f" from the vintage before; at most {may:.0%} may",
                )
        if found["was"] >= SMALL and found["emptied"] > EMPTIED * found["was"]:
            yield Fault(
                "emptied",
                column.name,
                f"{found['emptied']:,} of {found['was']:,} values of {column.name} that the vintage"
                f" before had are blank; at most {EMPTIED:.0%} may be",
            )
