"""Which of the things in a landing folder are files that may be read, and their bytes.

Belongs here: names, links, pipes, devices, sizes, a file that is still being written. Does not:
what is in a file (reading.py), which contract it is of (run.py).
"""

import os
import stat
from pathlib import Path

from orchestration import wording
from orchestration.errors import LandingRefused
from orchestration.landing import limits

NOTHING = "Nothing was loaded from it."
ENDINGS = {".csv", ".json", ".xlsx"}
KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def claimed(landing: Path, patterns: tuple[str, ...]) -> list[Path]:
    """What the patterns of a contract find below the folder, apart from hidden names and folders.

    A link, pipe or folder with the name of a file is among them: it is refused by name, not passed
    over.
    """
    found = {path for pattern in patterns for path in landing.glob(pattern)}
    closed = tuple(foreign_folders(landing)) if found else ()
    return sorted(
        path
        for path in found
        if not any(part.startswith(".") for part in path.relative_to(landing).parts)
        and not any(path.is_relative_to(folder) for folder in closed)
        and (path.suffix.casefold() in ENDINGS or not path.is_dir())
    )


def foreign_folders(landing: Path) -> dict[Path, str]:
    """Each folder below `landing` that is a link out of it, with a sentence; it is not entered."""
    found = {}
    for path in sorted(landing.rglob("*")):
        if path.is_symlink() and path.is_dir():
            try:
                _require_inside(path, landing, path.relative_to(landing).as_posix())
            except LandingRefused as refusal:
                found[path] = str(refusal)
    return found


def content(path: Path, landing: Path, name: str, limit: int = limits.FILE_BYTES) -> bytes:
    """The bytes of a file.

    Raises LandingRefused, naming the file, if its name cannot be printed, it is no regular file
    below the landing folder, cannot be read, is too large, or changes while it is read.
    """
    odd = wording.unprintable(name)
    if odd:
        raise LandingRefused(
            f"{name}: the name holds U+{ord(odd[0]):04X}, which cannot be printed. Rename it."
            f" {NOTHING}"
        )
    try:
        _require_inside(path, landing, name)
        _require_file(path.stat(), name)
        # a pipe put in its place since then must not make us wait
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with os.fdopen(descriptor, "rb") as file:
            before = os.fstat(descriptor)
            _require_file(before, name)
            if before.st_size > limit:
                raise limits.exceeded(
                    name, "its size", f"{before.st_size:,} bytes", f"{limit:,} bytes"
                )
            found = file.read(limit + 1)
            after = os.fstat(descriptor)
    except OSError as error:
        raise LandingRefused(f"{name}: it cannot be read ({error.strerror}). {NOTHING}") from error
    if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns) or len(
        found
    ) != after.st_size:
        raise LandingRefused(
            f"{name}: it changed while it was read; land it again when it is complete. {NOTHING}"
        )
    return found


_BINARY = getattr(os, "O_BINARY", 0)


def _require_file(found: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = KINDS.get(stat.S_IFMT(found.st_mode), "no regular file")
        raise LandingRefused(f"{name}: this is {kind}, not a file. {NOTHING}")


def _require_inside(path: Path, landing: Path, name: str) -> None:
    """Links are followed as long as they stay below the landing folder, which may be one itself."""
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        why = "leads in a circle" if isinstance(error, RuntimeError) else "leads nowhere"
        if not path.is_symlink():
            why = f"cannot be read ({getattr(error, 'strerror', None) or 'a circle of links'})"
        raise LandingRefused(f"{name}: it {why}. {NOTHING}") from error
    if not real.is_relative_to(landing.resolve()):
        raise LandingRefused(
            f"{name}: a link that leads out of the landing folder, to {real}. Copy the file, or"
            f" land the folder it is in. {NOTHING}"
        )
