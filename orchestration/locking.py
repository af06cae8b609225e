"""One process at a time: a lock that the system lets go when its holder ends, however it ends.

Belongs here: holding and refusing. Does not: what is done while it is held.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path, refusal: Exception) -> Iterator[None]:
    """Hold the lock file `path`, made if it is not there.

    Raises `refusal` if another process holds it.
    """
    from filelock import FileLock, Timeout  # slow to import, and a quick command needs no lock

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise refusal from error
    try:
        yield
    finally:
        lock.release()
