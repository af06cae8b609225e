"""Decisions about quarantined rows, from seeds/quality/cor_quarantine_decision.csv.

Belongs here: which rows of a file a decision puts back in use. Does not: why (the seed says
so), or rows that a model quarantines (int_emissions__unite_releases reads the same seed).
"""

import csv
from pathlib import Path

from orchestration.settings import ROOT

SEED = ROOT / "seeds" / "quality" / "cor_quarantine_decision.csv"


def readmitted(source_release_key: str, seed: Path = SEED) -> frozenset[tuple[int, str]]:
    """Row numbers and rules of a release whose quarantine a decision lifted."""
    with seed.open(encoding="utf-8", newline="") as file:
        return frozenset(
            (int(row["row_number"]), row["rule_code"])
            for row in csv.DictReader(file)
            if row["source_release_key"] == source_release_key and row["decision_code"] == "readmit"
        )
