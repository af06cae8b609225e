"""One process at a time: a lock file that the system lets go when its holder ends, however it ends.

Belongs here: holding and refusing. Does not: what is done while it is held.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path, refusal: Exception) -> Iterator[None]:
    """Hold the lock file `path`, made if it is not there. Raises `refusal` if another process holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise refusal from error
        yield
