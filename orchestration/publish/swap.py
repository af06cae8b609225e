"""Putting a finished release in front of readers, and tidying up.

Belongs here: the lock, the stable names, the swap, pruning, left-overs of a crash.
Does not: what is in a release (release.py, manifest.py).

    published/releases/<release_id>/...    every kept release, never changed once named
    published/current -> releases/<id>     the one link that is swapped
    published/warehouse.duckdb ...         fixed links through current/

Where symbolic links are not allowed, `current` is a text file that names the release, and the
names beside it are hard links or copies, each replaced in one step, before `current` is.
"""

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from orchestration import disk
from orchestration.errors import PublishRefused
from orchestration.files import UNFINISHED as UNFINISHED_FILE
from orchestration.files import remove_tree, sync, write_whole
from orchestration.locking import held

UNFINISHED = ".unfinished-"
PATIENCE = 60.0
GRACE_SECONDS = 600.0
MARTS_FOLDER = "marts"
STABLE_NAMES = ("warehouse.duckdb", MARTS_FOLDER, "manifest.json", "quality.html")


@contextmanager
def publisher_lock(publish_dir: Path) -> Iterator[None]:
    """Hold the directory for one publisher, waiting for another: it takes seconds.

    Raises PublishRefused, naming the other, if that still has it after PATIENCE seconds.
    """
    refusal = PublishRefused(
        f"Another process is publishing to {publish_dir}; wait for it and publish again."
    )
    with held(publish_dir / ".publish.lock", refusal, PATIENCE):
        yield


def remove_leftovers(publish_dir: Path) -> None:
    """Delete what a publisher that crashed left behind. Call it while holding the lock."""
    for folder in (publish_dir, publish_dir / "releases"):
        for path in [*folder.glob(f"{UNFINISHED}*"), *folder.glob(f"*{UNFINISHED_FILE}")]:
            remove_tree(path)


def swap_in(publish_dir: Path, release_id: str, *, links: bool = True) -> None:
    """Make `release_id` the current release: readers see the old one whole, then the new one whole.

    Without `links`, or where they cannot be made, that holds for each file by itself.
    Raises PublishRefused if the release is not there or a name cannot be replaced.
    """
    if not (publish_dir / "releases" / release_id / "manifest.json").exists():
        raise PublishRefused(f"{publish_dir} has no complete release {release_id}.")
    sync(publish_dir / "releases")
    before = current_release(publish_dir)
    if before:
        _note_last_shown(publish_dir / "releases" / before)
    try:
        if links and can_link(publish_dir):
            _link(publish_dir, release_id)
        else:
            _copy(publish_dir, release_id)
    except OSError as error:
        if before and not (publish_dir / "current").is_symlink():
            _show_again(publish_dir, before)
        if error.errno != errno.EACCES and disk.sentence_of(error, publish_dir):
            raise  # told as such; the other is what Windows says of a file that is open
        raise PublishRefused(
            f"{error.filename2 or error.filename} could not be replaced ({error.strerror})."
            " If a program has it open, close it; then run `python3 -m orchestration publish`."
        ) from error
    sync(publish_dir)


def _note_last_shown(release: Path) -> None:
    """The time of a release's folder says when it was last current; `prune` reads it."""
    with suppress(OSError):  # another user's; then it counts from the time it was made
        os.utime(release)


def can_link(publish_dir: Path) -> bool:
    """Whether symbolic links can be made here; Windows allows them to few."""
    probe = publish_dir / f"{UNFINISHED}link"
    try:
        probe.unlink(missing_ok=True)
        probe.symlink_to("releases", target_is_directory=True)
        probe.unlink()
    except (OSError, NotImplementedError):
        return False
    return True


def _link(publish_dir: Path, release_id: str) -> None:
    _replace_link(publish_dir / "current", Path("releases") / release_id, folder=True)
    for name in STABLE_NAMES:
        if not _is_linked(publish_dir / name):
            _replace_link(publish_dir / name, Path("current") / name, folder=name == MARTS_FOLDER)


def _is_linked(link: Path) -> bool:
    return link.is_symlink() and Path(os.readlink(link)) == Path("current") / link.name


def _replace_link(link: Path, goal: Path, *, folder: bool) -> None:
    fresh = link.with_name(f"{UNFINISHED}{link.name}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(goal, target_is_directory=folder)
    aside = link.with_name(f"{UNFINISHED}old-{link.name}")
    if link.is_dir() and not link.is_symlink():  # from a release published without links
        os.rename(link, aside)
    os.replace(fresh, link)
    if aside.exists():
        remove_tree(aside)


def _copy(publish_dir: Path, release_id: str) -> None:
    _show(publish_dir, publish_dir / "releases" / release_id)
    write_whole(publish_dir / "current", f"releases/{release_id}\n".encode())


def _show(publish_dir: Path, release: Path) -> None:
    marts = publish_dir / MARTS_FOLDER
    if marts.is_symlink():
        marts.unlink()
    marts.mkdir(exist_ok=True)
    for name, source in _files_of(release).items():
        _place(source, publish_dir / name, publish_dir / f"{UNFINISHED}{source.name}")
    for path in marts.iterdir():
        if not (release / MARTS_FOLDER / path.name).exists():
            remove_tree(path)


def _show_again(publish_dir: Path, release_id: str) -> None:
    """Back to the release before, as far as the files let themselves be replaced."""
    with suppress(OSError):  # the next publish replaces them; `current` was not touched
        _show(publish_dir, publish_dir / "releases" / release_id)


def _files_of(release: Path) -> dict[str, Path]:
    """The files behind the stable names, by their path below the publishing folder."""
    found = {name: release / name for name in STABLE_NAMES if name != MARTS_FOLDER}
    for path in sorted((release / MARTS_FOLDER).iterdir()):
        found[f"{MARTS_FOLDER}/{path.name}"] = path
    return found


def _place(source: Path, goal: Path, fresh: Path) -> None:
    """Replace `goal`; `fresh` lies outside the marts, whose readers take every Parquet file."""
    if goal.exists() and not goal.is_symlink() and goal.samefile(source):
        return
    if fresh.exists():
        remove_tree(fresh)
    try:
        os.link(source, fresh)
    except OSError:
        shutil.copy2(source, fresh)
    if os.name == "nt" and goal.exists():
        goal.chmod(0o644)  # Windows replaces no read-only file
    os.replace(fresh, goal)


def is_shown(publish_dir: Path, release_id: str) -> bool:
    """Whether every stable name leads to the files of this release."""
    release = publish_dir / "releases" / release_id
    if (publish_dir / "current").is_symlink():
        return all(_is_linked(publish_dir / name) for name in STABLE_NAMES)
    return all(_same(publish_dir / name, source) for name, source in _files_of(release).items())


def _same(path: Path, source: Path) -> bool:
    if not (path.is_file() and source.is_file()):
        return False
    one, other = path.stat(), source.stat()
    return (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)


def current_release(publish_dir: Path) -> str | None:
    """Id of the published release, or None if there is none."""
    pointer = publish_dir / "current"
    if pointer.is_symlink():
        return pointer.resolve().name if pointer.exists() else None
    if not pointer.is_file():
        return None
    name = Path(pointer.read_text(encoding="utf-8").strip()).name
    return name if (publish_dir / "releases" / name).is_dir() else None


def releases(publish_dir: Path) -> list[str]:
    """Ids of the kept releases, oldest first."""
    folder = publish_dir / "releases"
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if not p.name.startswith(UNFINISHED))


def prune(publish_dir: Path, keep: int) -> list[str]:
    """Delete all but the newest `keep` releases, never the current one; return what was deleted.

    One that was current within GRACE_SECONDS stays for now: readers who looked up its files, or
    opened one after the other, still find them.
    """
    current, folder = current_release(publish_dir), publish_dir / "releases"
    old = [
        name
        for name in releases(publish_dir)[:-keep]
        if name != current and time.time() - (folder / name).stat().st_mtime >= GRACE_SECONDS
    ]
    for name in old:
        doomed = folder / f"{UNFINISHED}{name}"
        (folder / name).rename(doomed)  # it vanishes in one step, also if deleting is interrupted
        remove_tree(doomed)
    return old
