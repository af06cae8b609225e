"""A file as a whole, once its rows are typed: is it what its publisher prints?

Belongs here: which evidence is asked (the file, the one before, others), the refusal. Does not: the
evidence itself (profile.py, agree.py, before.py).
"""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.errors import LandingRefused
from orchestration.landing import agree, before, profile
from orchestration.landing.contract import Contract, Era
from orchestration.landing.decisions import FILES, Accepted
from orchestration.landing.rows import Rows
from orchestration.landing.store import arrow_type

SHOWN = 3


def judge(
    name: str,
    contract: Contract,
    era: Era,
    rows: Rows,
    derived: dict[str, Any],
    vintage: date,
    sha256: str,
    folder: Path,
    accepted: frozenset[Accepted],
) -> None:
    """Raise LandingRefused if the file contradicts its columns, the file before or other files.

    What a decision accepts is no contradiction. Own data is judged by the models, cell by cell.
    """
    if contract.own:
        return
    columns = {"row_number": pa.array(rows.accepted["row_number"], pa.int32())}
    for column in contract.columns.values():
        columns[column.name] = pa.array(rows.accepted[column.name], arrow_type(column))
    with duckdb.connect() as db:
        db.register("file", pa.table(columns))
        older = before.newest_before(folder, contract, vintage, sha256)
        found = [
            *profile.faults(contract, vintage, era, rows, db),
            *agree.rules(contract, db),
            *before.faults(contract, era, older, derived, db),
            *agree.compare(contract, folder, vintage, db),
        ]
    left = [f for f in found if not any(a.covers(vintage, f.check, "", f.column) for a in accepted)]
    if not left:
        return
    more = f" ({len(left) - SHOWN} more)" if len(left) > SHOWN else ""
    named = sorted({f"{f.check} of {f.column}" if f.column else f.check for f in left})
    checks = ", ".join(named[:SHOWN]) + (f", ... {len(named)} in all" if named[SHOWN:] else "")
    raise LandingRefused(
        f"{name}: the figures are not what this publisher prints. "
        f"{'; '.join(f.found for f in left[:SHOWN])}{more}. Compare the file with the publisher's"
        f" page and fetch it again. If it is right, say so in seeds/quality/{FILES.name} (dataset"
        f" {contract.dataset}, vintage {vintage}, check {checks}). Nothing was loaded from it."
    )
