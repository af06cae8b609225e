"""What a run costs: wall time per step, SQL time, peak memory.

Belongs here: taking and formatting measurements. Does not: deciding what is too slow.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

try:
    import resource
except ImportError:  # Windows: psutil looks at the processes instead
    resource = None

_children: dict[int, float] = {}


def peak_memory_mb() -> dict[str, float]:
    """Largest resident size so far, in MB: of this process and of its largest child (dbt)."""
    if resource is None:
        own, child = _peak_mb(None), max(_children.values(), default=0.0)
    else:
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
        own, child = (
            resource.getrusage(who).ru_maxrss / unit
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
    return {"this_process": round(own, 1), "largest_child": round(child, 1)}


def _peak_mb(pid: int | None) -> float:
    import psutil

    found = psutil.Process(pid).memory_info()
    return getattr(found, "peak_wset", found.rss) / 1024**2


@contextmanager
def watched(pid: int, every: float = 0.5) -> Iterator[None]:
    """Keep the memory of a child in mind where the system forgets it at the child's end."""
    if resource is not None:
        yield
        return
    import psutil

    over = threading.Event()

    def look() -> None:
        while True:
            try:
                _children[pid] = max(_children.get(pid, 0.0), _peak_mb(pid))
            except psutil.Error:
                return
            if over.wait(every):
                return

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


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
