"""Ends a process at a counted change of the disk, or after a time, or lets the disk refuse there.

Belongs here: counting changes, forking, killing. Does not: what is expected then (crashes.py).
Python announces each change of the disk it is about to make (PEP 578), so a point is exact and
the same in every run; what DuckDB writes by itself is met by points in time.
"""

import mmap
import os
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MAKING = ("os.mkdir", "os.link", "os.symlink")  # with `open` for writing: what takes space
CHANGING = (*MAKING, "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.truncate")
TO = ("os.link", "os.symlink", "os.rename")  # these are about their second path
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
KILLED = -signal.SIGKILL
LOST = "a process of the killed command still lives"


def path_of(event: str, args: tuple, events: tuple[str, ...]) -> str | None:
    """The path a change is about, or None where an audit event is none of `events`."""
    if event == "open":
        path, _, flags = args
        writes = isinstance(flags, int) and flags & WRITING and isinstance(path, str | bytes | Path)
        return os.fsdecode(path) if writes and not os.fsdecode(path).startswith("/dev/") else None
    if event in events or (event == "subprocess.Popen" and events is CHANGING):
        return os.fsdecode(args[1] if event in TO else args[0])
    return None


class Changes:
    """Counts the changes of this process and of its forks; from the `at`th on, `then` is called
    before each."""

    def __init__(
        self,
        at: int | None = None,
        then: Callable[[str], None] | None = None,
        events: tuple[str, ...] = CHANGING,
    ) -> None:
        self.at, self.then, self.events = at, then, events
        self.shared = mmap.mmap(-1, 8)
        sys.addaudithook(self._hear)  # for the rest of this process

    def _hear(self, event: str, args: tuple) -> None:
        path = path_of(event, args, self.events)
        if path is None:
            return
        self.shared[:] = struct.pack("q", self.count + 1)
        if self.at is not None and self.count >= self.at:
            self.then(path)

    @property
    def count(self) -> int:
        return struct.unpack("q", self.shared)[0]


def die(alone: bool) -> Callable[[str], None]:
    """SIGKILL of this process, alone or with its group."""

    def kill(path: str) -> None:
        if alone:
            os.kill(os.getpid(), signal.SIGKILL)
        os.killpg(0, signal.SIGKILL)

    return kill


@dataclass(frozen=True)
class Ended:
    """How a run ended: exit code (negative: the signal), what it printed, changes it made."""

    code: int
    printed: str
    changes: int = 0
    seconds: float = 0.0
    left: str | None = None  # LOST where a process of its group outlived it


def run(
    action: Callable[[], int | None],
    printed: Path,
    *,
    watch: Callable[[], Changes] = Changes,
    after: float | None = None,
    alone: bool = True,
    patience: float = 5.0,
) -> Ended:
    """Run `action` in a fork of this process, killed `after` seconds unless it ends before."""
    start = time.perf_counter()
    told, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        _child(action, printed, watch, tell)
    os.close(tell)
    if after is not None:
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL) if alone else os.killpg(pid, signal.SIGKILL)
    with os.fdopen(told) as pipe:
        changes = int(pipe.read() or 0)
    _, status = os.waitpid(pid, 0)
    text = printed.read_text(encoding="utf-8", errors="replace")
    seconds = time.perf_counter() - start
    return Ended(os.waitstatus_to_exitcode(status), text, changes, seconds, lost(pid, patience))


def _child(action: Callable, printed: Path, watch: Callable[[], Changes], tell: int) -> None:
    code = 70
    try:
        os.setpgid(0, 0)
        with printed.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        changes = watch()
        code = action() or 0
        os.write(tell, str(changes.count).encode())
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def lost(group: int, patience: float) -> str | None:
    """LOST if a process of the group is there after `patience` seconds, else None; it is ended."""
    last = time.monotonic() + patience
    while time.monotonic() < last:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return None
        time.sleep(0.02)
    os.killpg(group, signal.SIGKILL)
    return LOST


def from_environment() -> None:
    """In a process that Python started: die at the point CRASH_POINT names, or only count.

    CRASH_POINT is `<who>:<change>:<alone or group>`, who being `command` or its `dbt`; the changes
    of each are written to CRASH_COUNTS/<who> when it ends by itself.
    """
    who = "dbt" if "orchestration.dbt_process" in sys.orig_argv else "command"
    aimed, at, how = os.environ["CRASH_POINT"].split(":")
    if aimed == who and int(at):
        Changes(int(at), die(how == "alone"))
    elif not int(at):
        import atexit

        changes = Changes()
        place = Path(os.environ["CRASH_COUNTS"]) / who
        atexit.register(lambda: place.write_text(str(changes.count)))
