"""What the disk refuses, as a sentence: which path, why, and what to do before the next run.

Belongs here: the words of the system and of DuckDB for a full or closed disk. Does not: tidying
up (whoever wrote does that), what is written.
"""

import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.errors import DiskRefused, RunStopped

_FREE = "free some space there"
_ADVICE = {
    errno.ENOSPC: f"the disk is full; {_FREE}",
    errno.EDQUOT: f"the quota of this user is used up; {_FREE}",
    errno.EFBIG: "the file would be larger than this system allows (`ulimit -f`); raise the limit",
    errno.EROFS: "it is read-only; mount it for writing, or name another folder",
    errno.EACCES: "this user may not write there; change its owner or mode, or name another folder",
    errno.EPERM: "this user may not write there; change its owner or mode, or name another folder",
    errno.EIO: "the device reports an error; check the disk",
}
_WORDS = {os.strerror(number): number for number in _ADVICE if number != errno.EPERM}
# DuckDB looks at the free space before it spills, and then speaks of its own limit
_SPILL = "max_temp_directory_size"
_THEN = "Then run the same command again; nothing has to be cleaned up."


def sentence(number: int | None, path: object) -> str | None:
    """What it means that the system refused to write `path`; None if that is no refusal."""
    return f"{path} cannot be written: {_ADVICE[number]}. {_THEN}" if number in _ADVICE else None


def sentence_in(text: str, place: object) -> str | None:
    """The same from a text of DuckDB or dbt that holds the system's words; None if it does not."""
    if _SPILL in text:
        return sentence(errno.ENOSPC, f"{place}, where DuckDB puts what memory cannot hold,")
    for line in text.splitlines():  # a path on another line may be one of our own program
        number = next((number for words, number in _WORDS.items() if words in line), None)
        if number is not None:
            named = re.search(r"""["'](/[^"']+|[A-Za-z]:[\\/][^"']+)["']""", line)
            return sentence(number, named[1] if named else place)
    return None


def sentence_of(error: BaseException, place: object) -> str | None:
    """The same from an exception of Python, or of DuckDB where that is imported."""
    if isinstance(error, OSError):
        return sentence(error.errno, error.filename2 or error.filename or place)
    duckdb = sys.modules.get("duckdb")
    return sentence_in(str(error), place) if duckdb and isinstance(error, duckdb.Error) else None


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Raise DiskRefused where the block is refused by the disk; `place` is what it writes to.

    DuckDB's words for a file it cannot read become a sentence too.
    """
    try:
        yield
    except RunStopped:
        raise
    except Exception as error:
        found = sentence_of(error, place)
        if found:
            raise DiskRefused(found) from error
        duckdb = sys.modules.get("duckdb")
        if duckdb and isinstance(error, (duckdb.IOException, duckdb.FatalException)):
            first = str(error).splitlines()[0]
            raise DiskRefused(f"{place}: DuckDB cannot go on. It says: {first}") from error
        raise
