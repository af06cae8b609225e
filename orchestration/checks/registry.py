"""Finds the suites. A suite is one file of tests/expectations/<boundary>/ named after its table.

Belongs here: which suites exist and what they expect. Does not: running them.
"""

import runpy
import sys
from dataclasses import dataclass
from pathlib import Path

from orchestration.errors import SuiteInvalid
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

    def load(self) -> tuple[list, dict[str, str]]:
        """The module's EXPECTATIONS, and DERIVED: further columns to judge, by name, as SQL.

        Raises SuiteInvalid if there are no expectations or one states no severity.
        """
        words = str(self.path.parent.parent)  # suites import the vocabulary beside them
        if words not in sys.path:
            sys.path.append(words)
        module = runpy.run_path(str(self.path))
        found = module.get("EXPECTATIONS")
        if not found:
            raise SuiteInvalid(f"{self.path}: EXPECTATIONS is missing or empty.")
        for expectation in found:
            if "severity" not in expectation.__fields_set__:
                raise SuiteInvalid(f"{self.path}: {expectation.expectation_type} states no severity.")
        return found, module.get("DERIVED", {})


def find_suites(folder: Path) -> list[SuiteFile]:
    """All suites under `folder`, by boundary and table, without importing them.

    Raises SuiteInvalid if a boundary has no suite: a gate that checks nothing must not pass.
    """
    suites = []
    for boundary in BOUNDARIES:
        paths = sorted((folder / boundary).glob("[!_]*.py"))
        if not paths:
            raise SuiteInvalid(f"{folder / boundary} has no suites; the gate would check nothing.")
        suites += [SuiteFile(boundary, path) for path in paths]
    return suites
