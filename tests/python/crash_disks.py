"""Lets the disk refuse a command: full at a point drawn by a seed, files cut off, read-only.

Belongs here: refusing, and what must be said and hold then. Does not: the stages (crashes.py),
counting changes (crash_points.py). A full disk and a read-only one are played by refusing what
Python announces, as any user on any system; the largest size of a file is the system's own limit,
so that DuckDB, dbt and pyarrow meet it where they write by themselves.
"""

import errno
import os
import random
import resource
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import crash_points
from crash_points import CHANGING, MAKING, Changes
from crashes import Stage, left_over, shapes

SAID = "cannot be written"
# bytes; a run prints into a file as well, and must be able to say what it has to
LARGEST = {"build": (60_000, 30_000, 200_000)}
OF_THE_REST = (3_000, 600, 14_000)


@dataclass
class Refusals:
    """What came of a disk that refused one stage."""

    refused: str
    full: int = 0
    closed: int = 0
    cut_off: int = 0
    went_through: int = 0  # refused after the last thing that has to be written
    faults: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def refuse(number: int, below: str = "") -> Callable[[str], None]:
    """Refuse a change with the error `number`, as the system would, of paths `below`."""

    def raise_it(path: str) -> None:
        if path.startswith(below):
            raise OSError(number, os.strerror(number), path)

    return raise_it


def refuse_in_all_ways(stage: Stage, seed: int, times: int) -> Refusals:
    """Run `stage` on a disk that refuses, then on one that does not; returns what was found."""
    draw, report = random.Random(f"{seed} {stage.name} disk"), Refusals(stage.name)
    printed = stage.root.parent / f"{stage.name}.txt"
    stage.renew(100)
    ended = crash_points.run(stage.act, printed, watch=partial(Changes, None, None, MAKING))
    clean = shapes(stage.root)
    ways: list[tuple[str, str, Callable[[], Changes]]] = []
    for _ in range(times):
        at = draw.randint(1, max(1, ended.changes))
        full = partial(Changes, at, refuse(errno.ENOSPC), MAKING)
        ways.append(("full", f"from the {at}th of {ended.changes}", full))
    sizes = LARGEST.get(stage.name, OF_THE_REST)
    closed = partial(Changes, 1, refuse(errno.EROFS, str(stage.writes)), CHANGING)
    ways.append(("closed", str(stage.writes), closed))
    ways += [("cut_off", f"{size} bytes", partial(_limited, size)) for size in sizes[:times]]
    for number, (way, where, watch) in enumerate(ways, start=101):
        stage.renew(number)
        ended = crash_points.run(stage.act, printed, watch=watch)
        setattr(report, way, getattr(report, way) + 1)
        found = stage.faults(ended.code == 0)
        if ended.code == 0:
            report.went_through += 1
        elif ended.code != 1:
            found.append(f"ended with {ended.code}: {ended.printed}")
        elif SAID not in ended.printed or str(stage.root) not in ended.printed:
            found.append(f"no sentence names the path: {ended.printed}")
        else:
            report.said += [line for line in ended.printed.splitlines() if SAID in line][:1]
        if "Traceback" in ended.printed:
            found.append(f"a traceback: {ended.printed}")
        ended = crash_points.run(stage.act, printed)
        if ended.code:
            report.faults.append(f"{way}, {where}: the next run failed: {ended.printed}")
            return report
        found += [*stage.faults(True), *left_over(stage, clean)]
        report.faults += [f"{way}, {where}: {fault}" for fault in found]
    return report


def _limited(size: int) -> Changes:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    return Changes()
