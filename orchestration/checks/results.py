"""What a gate run found: one row per expectation, and the verdict on the candidate.

Belongs here: the shape of the results, and keeping them between the gate and publish.
Does not: Great Expectations, HTML.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from orchestration.errors import CandidateUnusable
from orchestration.files import write_whole

CRITICAL, WARNING = "critical", "warning"
DRIFT = "drift"  # the boundary of what is compared with the published release


@dataclass(frozen=True)
class ExpectationResult:
    """A row of marts.dq_expectation_result."""

    boundary: str
    table_name: str
    column_name: str | None
    expectation: str
    severity: str
    success: bool
    expected: str
    observed: str | None
    unexpected_count: int | None
    unexpected_sample: str | None
    reason: str | None
    file_name: str | None = None  # the landed file, where one was judged by itself

    @property
    def sentence(self) -> str:
        """What was found, where, and what was expected, in one line."""
        where = ".".join(filter(None, (self.table_name, self.column_name)))
        where += f" ({self.file_name})" if self.file_name else ""
        asked = f"{self.expectation.replace('_', ' ')} ({self.expected})"
        found = [] if self.observed is None else [f"found {self.observed}"]
        if self.unexpected_sample:
            found.append(f"{self.unexpected_count} unexpected, such as {self.unexpected_sample}")
        told = f"{where}: {asked}; {'; '.join(found)}"
        return told + (f". {self.reason}" if self.reason else "")


@dataclass(frozen=True)
class GateResult:
    """All results about one candidate, known by its SHA-256."""

    candidate_sha256: str
    checked_at: str
    results: list[ExpectationResult]
    accepted_drift: str | None = None  # why differences from the last release were accepted

    def failed(self, severity: str) -> list[ExpectationResult]:
        """Failed expectations of one severity."""
        return [r for r in self.results if not r.success and r.severity == severity]

    @property
    def passed(self) -> bool:
        """True if something was checked and nothing critical failed."""
        return bool(self.results) and not self.failed(CRITICAL)

    def summary(self) -> list[dict]:
        """Counts by boundary, severity and success."""
        counts: dict[tuple, int] = {}
        for r in self.results:
            key = (r.boundary, r.severity, r.success)
            counts[key] = counts.get(key, 0) + 1
        names = ("boundary", "severity", "success")
        return [
            dict(zip(names, key, strict=True)) | {"count": n} for key, n in sorted(counts.items())
        ]

    def save(self, path: Path) -> None:
        """Write as JSON, whole or not at all."""
        write_whole(path, json.dumps(asdict(self), ensure_ascii=False, indent=1).encode())

    @classmethod
    def load(cls, path: Path) -> "GateResult":
        """Read what `save` wrote. Raises CandidateUnusable if that is missing or damaged."""
        if not path.exists():
            raise CandidateUnusable(f"{path} is missing: the gate has not checked this candidate.")
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                candidate_sha256=data["candidate_sha256"],
                checked_at=data["checked_at"],
                results=[ExpectationResult(**row) for row in data["results"]],
                accepted_drift=data.get("accepted_drift"),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise CandidateUnusable(
                f"{path} is not whole ({error}); run the gate again."
            ) from error
