"""Damaged files of every contract: loaded as they are, quarantined whole, or refused in a sentence.

Belongs here: the seeded run. Does not: the damage (mutants*.py), numbers changed inside a valid
file (test_number_mutants.py). `NETZERO_MUTANTS` (per contract) and `NETZERO_SEED` make it longer.
"""

import os
import shutil
from pathlib import Path

import pytest

import mutants_archive  # noqa: F401 - the kinds of damage enter themselves
import mutants_encoding  # noqa: F401
import mutants_place  # noqa: F401
import mutants_text  # noqa: F401
from base_files import contracts
from mutants import drawn, land, told

COUNT = int(os.environ.get("NETZERO_MUTANTS", "27"))
SEED = int(os.environ.get("NETZERO_SEED", "13"))
OUTCOMES = {"loaded", "quarantined", "refused", "not to be known", "not possible here"}


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here outlives the test, and waiting for the disk takes most of its time."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.mark.parametrize("dataset", sorted(contracts()))
def test_no_damage_makes_a_traceback_or_a_wrong_total(dataset: str, tmp_path: Path):
    wrong, outcomes = [], []
    for number, mutant in enumerate(drawn(dataset, COUNT, SEED)):
        folder = tmp_path / str(number)
        verdict = land(mutant, folder)
        outcomes.append(verdict.outcome)
        if verdict.faults or verdict.outcome not in OUTCOMES:
            wrong.append(told(mutant, verdict))
        shutil.rmtree(folder)
    assert wrong == []
    assert len(outcomes) == COUNT
    assert {"loaded", "refused"} <= set(outcomes)  # the run did reach both
    assert outcomes.count("not possible here") <= 1 + COUNT // 20
