"""Finds the suites. A suite is one file of tests/expectations/<boundary>/ named after its table.

Belongs here: which suites exist and what they expect. Does not: running them.
"""

import ast
import runpy
import sys
from dataclasses import dataclass, field
from pathlib import Path

from orchestration.errors import SuiteInvalid

# landed: a dataset, judged file by file as it was landed. published: a mart of the candidate.
BOUNDARIES = ("landed", "published")


@dataclass(frozen=True)
class Content:
    """What one suite says: its expectations, and further columns to judge, by name, as SQL."""

    expectations: list
    derived: dict[str, str] = field(default_factory=dict)
    may_be_empty: str | None = None  # why the table may have no rows

    def columns(self) -> str:
        """The select list of the columns that are judged, and of no other."""
        named: set[str] = set()
        for expectation in self.expectations:
            if getattr(expectation, "row_condition", None):
                return ", ".join(["*", *(f"{sql} as {name}" for name, sql in self.derived.items())])
            for argument in ("column", "column_A", "column_B"):
                named.add(getattr(expectation, argument, None))
            named.update(getattr(expectation, "column_list", None) or [])
        named.discard(None)
        listed = [f"{self.derived.get(name, name)} as {name}" for name in sorted(named)]
        return ", ".join(listed) or "1 as one"


@dataclass(frozen=True)
class SuiteFile:
    """One suite: the expectations about one table at one boundary."""

    boundary: str
    path: Path

    @property
    def table(self) -> str:
        return self.path.stem

    @property
    def says(self) -> str:
        """What the suite looks for: the opening paragraph of its file, without importing it."""
        text = ast.get_docstring(ast.parse(self.path.read_text(encoding="utf-8"))) or ""
        return " ".join(text.split("\n\n")[0].split())

    def load(self) -> Content:
        """The module's EXPECTATIONS, and DERIVED and MAY_BE_EMPTY where it has them.

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
                kind = expectation.expectation_type
                raise SuiteInvalid(f"{self.path}: {kind} states no severity.")
        return Content(found, module.get("DERIVED", {}), module.get("MAY_BE_EMPTY"))


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
