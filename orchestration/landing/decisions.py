"""What a person decided about a file: rows put back in use, and departures that are right.

Belongs here: reading the seeds of decisions. Does not: why (the seeds say so), or rows that a model
quarantines (int_emissions__unite_releases reads the same seed).
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from orchestration.settings import ROOT

ROWS = ROOT / "seeds" / "quality" / "cor_quarantine_decision.csv"
FILES = ROOT / "seeds" / "quality" / "cor_landing_decision.csv"


class Accepted(NamedTuple):
    """A departure from the vintage before that is right; an empty period or column means every."""

    vintage: date
    check: str
    period: str
    column: str

    def covers(self, vintage: date, check: str, period: Any, column: str = "") -> bool:
        return (
            (self.vintage, self.check) == (vintage, check)
            and self.period in ("", str(period))
            and self.column in ("", column)
        )


def readmitted(source_release_key: str, seed: Path = ROWS) -> frozenset[tuple[int, str]]:
    """Row numbers and rules of a release whose quarantine a decision lifted."""
    return frozenset(
        (int(row["row_number"]), row["rule_code"])
        for row in _rows(seed)
        if row["source_release_key"] == source_release_key and row["decision_code"] == "readmit"
    )


def accepted(dataset: str, seed: Path | None = None) -> frozenset[Accepted]:
    """Departures of a dataset's vintages that a decision accepts."""
    return frozenset(
        Accepted(
            date.fromisoformat(row["vintage_date"]),
            row["check_code"],
            row["period"],
            row["column_name"],
        )
        for row in _rows(seed or FILES)
        if row["dataset"] == dataset
    )


def _rows(seed: Path) -> list[dict[str, str]]:
    with seed.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
