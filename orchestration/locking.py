"""One process at a time: a lock that the system lets go when its holder ends, however it ends.

Belongs here: holding alone or with others, refusing, and saying who holds it. Does not: what is
done while it is held.

    <lock>                  the lock of who wants to be alone
    <lock>.with-<pid>-<n>   one lock of each that lets others in
    <any lock>.holder       who holds it, for the sentence alone: the lock itself is the system's
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

LANDING = ".landing.lock"
MOMENT = 1.0  # seconds: others try a lock for a moment only to see whether it is free
HOLDER = ".holder"
_NUMBERS = count(1)


@contextmanager
def held(path: Path, refusal: Exception, patience: float = MOMENT) -> Iterator[None]:
    """Hold the lock file `path`, made if it is not there, alone.

    Raises `refusal`, with who it is, if others still hold it after `patience` seconds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _taken(path, refusal, patience):
        for other in sorted(path.parent.glob(f"{path.name}.with-*[0-9]")):
            with _taken(other, refusal, patience):
                pass
            _remove(other)
        yield


@contextmanager
def shared(path: Path, refusal: Exception) -> Iterator[None]:
    """Hold `path` together with others that share it; nobody can be alone meanwhile.

    Raises `refusal`, with who it is, if somebody is. Where nothing can be written, nobody can.
    """
    if not path.parent.is_dir():
        yield
        return
    own = path.with_name(f"{path.name}.with-{os.getpid()}-{next(_NUMBERS)}")
    with ExitStack() as stack:
        try:
            stack.enter_context(_taken(own, refusal, MOMENT))
        except OSError:
            yield
            return
        stack.callback(_remove, own)
        with _taken(path, refusal, MOMENT, tell=False):  # we are seen first, then we look
            pass
        yield


@contextmanager
def _taken(path: Path, refusal: Exception, patience: float, tell: bool = True) -> Iterator[None]:
    from filelock import FileLock, Timeout  # slow to import, and a quick command needs no lock

    lock, holder = FileLock(path), path.with_name(path.name + HOLDER)
    try:
        lock.acquire(timeout=patience, poll_interval=0.02)
    except Timeout as error:
        raise type(refusal)(f"{refusal} {holder_of(path)}") from error
    try:
        if tell:
            facts = {"pid": os.getpid(), "command": command(), "since": time.time()}
            with suppress(OSError):  # a full disk: then nobody is named
                holder.write_text(json.dumps(facts), encoding="utf-8")
        yield
    finally:
        if tell:
            with suppress(OSError):
                holder.unlink(missing_ok=True)
        lock.release()


def _remove(path: Path) -> None:
    for left in (path, path.with_name(path.name + HOLDER)):
        with suppress(OSError):  # Windows keeps what another looks at
            left.unlink(missing_ok=True)


def command() -> str:
    """What this process is, as a user would call it."""
    name = Path(sys.argv[0]).stem
    if name in ("cli", "__main__") and len(sys.argv) > 1:
        return f"python3 -m orchestration {sys.argv[1]}"
    return "a run of Dagster" if name == "dagster" else name


def holder_of(path: Path) -> str:
    """A sentence that names who holds the lock at `path`: command, process, since when."""
    import psutil

    holder = path.with_name(path.name + HOLDER)
    try:
        facts = json.loads(holder.read_text(encoding="utf-8"))
        pid, since = int(facts["pid"]), float(facts["since"])
        # what a holder that was killed left behind is about no process, or about a younger one
        if psutil.Process(pid).create_time() > since + 1:
            raise ValueError
        told = f"{datetime.fromtimestamp(since):%Y-%m-%d %H:%M:%S}"
        end = "taskkill /F /PID" if os.name == "nt" else "kill"
        return f"It is `{facts['command']}`, process {pid}, since {told}; `{end} {pid}` ends it."
    except (OSError, ValueError, KeyError, TypeError, psutil.Error):
        return "It has only just begun, so it cannot be named."
