"""What lies in the landing folder, and what of it is new since the last look.

Belongs here: seeing files, waiting until they are whole, whose they are, what was landed already.
Does not: landing (landing/), starting runs (sensors.py).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from orchestration.errors import LandingRefused
from orchestration.fetch.endpoints import endpoints
from orchestration.fetch.spool import FOLDER as FETCHING
from orchestration.landing import naming, store
from orchestration.landing.contract import Contract
from orchestration.landing.mapping import MAPPING
from orchestration.wording import printable

# Reading more than this for one look would take longer than Dagster waits for it.
MOST_BYTES = 500_000_000
Seen = dict[str, list[int]]


@dataclass(frozen=True)
class Drop:
    """A file of a publisher that is whole and was not landed as it is."""

    name: str
    dataset: str
    content: str
    vintage: date | None


@dataclass
class Look:
    """What one look at the folder found; `handled` and `moving` are what the next one needs."""

    drops: list[Drop] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    handled: Seen = field(default_factory=dict)
    moving: Seen = field(default_factory=dict)


def look(
    folder: Path, landed: Path, contracts: list[Contract], handled: Seen, moving: Seen
) -> Look:
    """Compare the folder with what was `handled` and what was still `moving` at the last look.

    A file is taken when size and time are those of the look before. What is in neither list and
    was landed with the same bytes is handled without a word.
    """
    found = Look()
    now = dict(files(folder))
    ready = []
    for name, mark in now.items():
        if handled.get(name) == mark:
            found.handled[name] = mark
        elif moving.get(name) == mark:
            ready.append(name)
        else:
            found.moving[name] = mark
    known = landed_sha256(landed) | fetched_sha256(folder) if ready else set()
    of = claims(folder, contracts) if ready else {}
    taken = 0
    for name in ready:
        if taken and taken + now[name][0] > MOST_BYTES:
            found.moving[name] = now[name]  # at the next look
            continue
        taken += now[name][0]
        found.handled[name] = now[name]
        _judge(found, folder, name, of.get(name), known)
    if found.moving:
        found.told.append(f"{len(found.moving)} file(s) seen, to be taken once they are whole.")
    found.told = [printable(each) for each in found.told]  # Dagster stores no half characters
    return found


def _judge(
    found: Look, folder: Path, name: str, contract: Contract | None, known: set[tuple[str, str]]
) -> None:
    if contract is None:
        found.told.append(f"{name}: no contract claims it; it stays where it is.")
        return
    if contract.own:
        found.told.append(
            f"{name}: {contract.dataset}, a file of your own; `python3 -m orchestration land` takes"
            " it."
        )
        return
    path = folder / name
    try:
        content = _sha256(path)
        if (contract.dataset, content) in known:
            return  # landed by hand, or by the run that fetched it
        beside = [path.with_name(name) for name in (path.name + naming.META_SUFFIX, MAPPING)]
        notes = [each.read_bytes() for each in beside if _is_there(each)]
    except FileNotFoundError:
        found.handled.pop(name)  # taken away again
        return
    except OSError as error:
        found.told.append(f"{name}: it cannot be read ({error.strerror}).")
        return
    whole = hashlib.sha256(b"\0".join([content.encode(), *notes])).hexdigest()
    try:
        vintage = naming.vintage(contract, name, naming.read_note(path, folder, name))
    except LandingRefused:
        vintage = None  # the run says so
    found.told.append(f"{name}: {contract.dataset} claims it.")
    found.drops.append(Drop(name, contract.dataset, whole, vintage))


def files(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """Name, size and time of each file that can be landed.

    A note beside a file counts as part of that file; hidden files and folders (`.fetching`) are
    nobody's.
    """
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or _is_note(path):
            continue
        try:
            if not path.is_file():
                continue
            about = path.stat()
            note = path.with_name(path.name + naming.META_SUFFIX)
            of_note = [note.stat().st_mtime_ns] if _is_there(note) else []
        except FileNotFoundError:
            continue
        yield name, [about.st_size, about.st_mtime_ns, *of_note]


def _is_there(note: Path) -> bool:
    """Beside a name as long as names may be no note can stand; asking for it is refused."""
    try:
        return note.is_file()
    except OSError:
        return False


def _is_note(path: Path) -> bool:
    return path.name.endswith(naming.META_SUFFIX) or path.name == MAPPING


def claims(folder: Path, contracts: list[Contract]) -> dict[str, Contract]:
    """Each file that a contract's patterns name, as `land` finds it."""
    return {
        path.relative_to(folder).as_posix(): contract
        for contract in contracts
        for pattern in contract.files
        for path in folder.glob(pattern)
    }


def landed_sha256(landed: Path) -> set[tuple[str, str]]:
    """Dataset and content of every landed file."""
    return {(log["file"]["dataset"], log["file"]["file_sha256"]) for log in store.logs(landed)}


def fetched_sha256(folder: Path) -> set[tuple[str, str]]:
    """Dataset and content of what was fetched last: the run that fetched it lands it."""
    found = set()
    for each in endpoints():
        state = folder / FETCHING / each.endpoint / "state.json"
        try:
            files_of = json.loads(state.read_text(encoding="utf-8"))["files"].values()
            found |= {(each.dataset, entry["sha256"]) for entry in files_of}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
