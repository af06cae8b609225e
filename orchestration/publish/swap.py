"""Putting a finished release in front of readers, and tidying up.

Belongs here: the lock, the symlinks, the atomic swap, pruning, left-overs of a crash.
Does not: what is in a release (release.py, manifest.py).

    published/releases/<release_id>/...    every kept release, never changed once named
    published/current -> releases/<id>     the one link that is swapped
    published/warehouse.duckdb ...         fixed links through current/
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orchestration.errors import PublishRefused
from orchestration.locking import held

UNFINISHED = ".unfinished-"
STABLE_LINKS = ("warehouse.duckdb", "marts", "manifest.json", "quality.html")


@contextmanager
def publisher_lock(publish_dir: Path) -> Iterator[None]:
    """Hold the directory for one publisher. Raises PublishRefused if another one has it."""
    refusal = PublishRefused(f"Another process is publishing to {publish_dir}; wait for it and publish again.")
    with held(publish_dir / ".publish.lock", refusal):
        yield


def remove_leftovers(publish_dir: Path) -> None:
    """Delete what a publisher that crashed left behind. Call it while holding the lock."""
    for folder in (publish_dir, publish_dir / "releases"):
        for path in folder.glob(f"{UNFINISHED}*"):
            remove_tree(path)


def remove_tree(path: Path) -> None:
    """Delete a directory with read-only files, or a link or file."""
    if path.is_symlink() or not path.is_dir():
        path.unlink()
    else:
        shutil.rmtree(path)


def sync_tree(folder: Path) -> None:
    """Make every file and directory under `folder` durable, before its name is."""
    for path in [folder, *folder.rglob("*")]:
        _sync(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def swap_in(publish_dir: Path, release_id: str) -> None:
    """Make `release_id` the current release: readers see the old one whole, then the new one whole.

    Raises PublishRefused if the release is not there or the file system has no symbolic links.
    """
    if not (publish_dir / "releases" / release_id / "manifest.json").exists():
        raise PublishRefused(f"{publish_dir} has no complete release {release_id}.")
    _sync(publish_dir / "releases")
    _replace_link(publish_dir / "current", Path("releases") / release_id)
    for name in STABLE_LINKS:
        link, goal = publish_dir / name, Path("current") / name
        if not (link.is_symlink() and Path(os.readlink(link)) == goal):
            _replace_link(link, goal)
    _sync(publish_dir)


def _replace_link(link: Path, goal: Path) -> None:
    fresh = link.with_name(f"{UNFINISHED}{link.name}")
    try:
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(goal)
        os.replace(fresh, link)
    except OSError as error:
        raise PublishRefused(
            f"{link} could not be pointed at {goal} ({error}). Publishing needs a file system with"
            " symbolic links, and nothing else at that path; set NETZERO_PUBLISH_DIR accordingly."
        ) from error


def current_release(publish_dir: Path) -> str | None:
    """Id of the published release, or None if there is none."""
    link = publish_dir / "current"
    return link.resolve().name if link.is_symlink() and link.exists() else None


def releases(publish_dir: Path) -> list[str]:
    """Ids of the kept releases, oldest first."""
    folder = publish_dir / "releases"
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if not p.name.startswith(UNFINISHED))


def prune(publish_dir: Path, keep: int) -> list[str]:
    """Delete all but the newest `keep` releases, never the current one; return what was deleted."""
    current = current_release(publish_dir)
    old = [name for name in releases(publish_dir)[:-keep] if name != current]
    for name in old:
        folder = publish_dir / "releases" / name
        doomed = folder.with_name(f"{UNFINISHED}{name}")
        folder.rename(doomed)  # it vanishes in one step, also if deleting is interrupted
        remove_tree(doomed)
    return old
