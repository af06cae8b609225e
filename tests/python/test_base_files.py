"""The made-up files of base_files.py land as what they were made of.

Belongs here: that each base file is valid, and its truth is what landing reads. Does not: damage.
"""

import os
from pathlib import Path

import pytest

from base_files import Base, base, bases
from landing_case import Case
from orchestration import landing
from truth import differences, landed_rows


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here outlives the test, and waiting for the disk takes most of its time."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.mark.parametrize("made", bases(), ids=lambda b: f"{b.name}-{b.header[0]}")
def test_a_base_file_lands_as_its_truth(made: Base, tmp_path: Path):
    case = Case(tmp_path)
    next_one = base(made.contract, made.kind, later=1)
    has_grown = not made.contract.own and next_one.rows != made.rows
    vintages = [made, next_one] if has_grown else [made]
    for vintage in vintages:
        for name, content in vintage.files().items():
            case.put(name, content)
        lines: list[str] = []
        assert landing.run(case.landing, case.landed, lines.append, [made.contract]) == 0, lines
    landed = landed_rows(case.landed, made.contract)
    for found, vintage in zip(landed, vintages, strict=True):
        assert differences(found, vintage.truth) == []
