"""Finds the suites. A suite is one file of tests/expectations/<boundary>/ named after its table.

Belongs here: which suites exist and what they expect. Does not: running them.
"""

import runpy
from dataclasses import dataclass
from pathlib import Path

from orchestration.settings import MARTS

# Boundary (a folder of suites) -> schema of the tables checked there.
BOUNDARIES = {"landed": "seeds", "published": MARTS}


@dataclass(frozen=True)
class SuiteFile:
    """One suite: the expectations about one table at one boundary."""

    boundary: str
    path: Path

    @property
    def schema(self) -> str:
        return BOUNDARIES[self.boundary]

    @property
    def table(self) -> str:
        return self.path.stem

    def expectations(self) -> list:
        """The module's EXPECTATIONS. Raises ValueError if there are none or one has no severity."""
        found = runpy.run_path(str(self.path)).get("EXPECTATIONS")
        if not found:
            raise ValueError(f"{self.path}: EXPECTATIONS is missing or empty.")
        for expectation in found:
            if "severity" not in expectation.model_fields_set:
                raise ValueError(f"{self.path}: {expectation.expectation_type} states no severity.")
        return found


def find_suites(folder: Path) -> list[SuiteFile]:
    """All suites under `folder`, by boundary and table, without importing them.

    Raises ValueError if a boundary has no suite: a gate that checks nothing must not pass.
    """
    suites = []
    for boundary in BOUNDARIES:
        paths = sorted((folder / boundary).glob("[!_]*.py"))
        if not paths:
            raise ValueError(f"{folder / boundary} has no suites; the gate would check nothing.")
        suites += [SuiteFile(boundary, path) for path in paths]
    return suites
