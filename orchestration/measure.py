"""What a run costs: wall time per step, SQL time, peak memory.

Belongs here: taking and formatting measurements. Does not: deciding what is too slow.
"""

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


def peak_memory_mb() -> dict[str, float]:
    """Largest resident size so far, in MB: of this process and of its largest child (dbt)."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return {
        name: round(resource.getrusage(who).ru_maxrss / unit, 1)
        for name, who in (
            ("this_process", resource.RUSAGE_SELF),
            ("largest_child", resource.RUSAGE_CHILDREN),
        )
    }


@dataclass
class Measurements:
    """Wall seconds by step, in the order the steps ran."""

    steps: dict[str, float] = field(default_factory=dict)
    running: dict[str, float] = field(default_factory=dict)
    sql_seconds: float | None = None

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block, also when it raises."""
        self.running[name] = time.perf_counter()
        try:
            yield
        finally:
            self.steps[name] = round(time.perf_counter() - self.running.pop(name), 2)

    def as_dict(self) -> dict:
        """Everything measured so far, for manifest.json; a running step counts up to now."""
        now = time.perf_counter()
        return {
            "wall_seconds": self.steps | {n: round(now - t, 2) for n, t in self.running.items()},
            "sql_seconds": self.sql_seconds,
            "peak_memory_mb": peak_memory_mb(),
        }
