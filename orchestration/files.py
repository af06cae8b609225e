"""Files that survive a crash: a name never stands for a part of its content.

Belongs here: syncing, replacing, deleting and naming on any system. Does not: what is written.
"""

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

UNFINISHED = ".unfinished"


def sync(path: Path) -> None:
    """Make a file, or a directory's list of names, durable where the system can."""
    directory = path.is_dir()
    if directory and os.name == "nt":
        return  # Windows cannot open a directory; NTFS keeps its own journal of names
    how = os.O_RDONLY if os.name != "nt" else os.O_RDWR | os.O_BINARY
    descriptor = os.open(path, how)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Make every file and directory under `folder` durable, before its name is."""
    for path in [folder, *folder.rglob("*")]:
        sync(path)


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place, or in the place of another, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + UNFINISHED)
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if error.filename is None:  # of a full disk the system does not say which file
            error.filename = str(path)
        with suppress(OSError):  # half a file would keep a full disk full
            temporary.unlink(missing_ok=True)
        raise
    sync(path.parent)


def remove_tree(path: Path) -> None:
    """Delete a directory, or a link or file; also read-only ones, which Windows keeps."""
    if path.is_symlink() or not path.is_dir():
        if os.name == "nt" and not path.is_symlink():
            path.chmod(0o644)
        path.unlink()
        return
    if os.name == "nt":
        for file in path.rglob("*"):
            file.chmod(0o755)
    shutil.rmtree(path)


def sql_file(path: Path) -> str:
    """The path as a literal for DuckDB's readers, which take *, ? and [ as wildcards."""
    name = re.sub(r"[*?\[]", r"[\g<0>]", str(path))
    return "'" + name.replace("'", "''") + "'"
