"""Fetched files that landing refused, once the publisher has answered otherwise.

Belongs here: which of them are out of date, moving them. Does not: why they were refused (landing).
Without it a file that was wrong once would be refused again at every run, for good.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.spool import FOLDER
from orchestration.files import sync
from orchestration.landing import naming, store
from orchestration.settings import Settings

REFUSED = "refused"


def set_aside(settings: Settings, asked: Iterable[Endpoint]) -> list[str]:
    """Move what was refused and is older than what has landed; returns a sentence for each file.

    Call it after landing: what is then not landed was refused. The newest file of an endpoint
    stays where a person can judge it. Nothing is deleted: the files go, with their notes, to
    `.fetching/<endpoint>/refused` below the landing folder.
    """
    said = []
    for endpoint in asked:
        landed = [log["file"] for log in store.logs(settings.landed_dir, endpoint.dataset)]
        names = {file["file_name"]: file["vintage_date"] for file in landed}
        here = settings.landing_dir
        fetched = {path.relative_to(here).as_posix(): path for path in _fetched(here, endpoint)}
        newest = max((names[name] for name in fetched if name in names), default=None)
        for name, path in fetched.items():
            given = naming.read_note(path, here, name).vintage_date
            if name not in names and newest and given and given < newest:
                said.append(_moved(here, endpoint, name, path))
    return said


def _fetched(landing: Path, endpoint: Endpoint) -> list[Path]:
    """The files of an endpoint, told from those dropped by hand by their notes."""
    if "{date}" not in endpoint.file:
        return []
    folder, _, last = endpoint.file.rpartition("/")
    stem = last.format(date="*", period="*").rpartition(".")[0].rstrip("*")
    suffix = naming.META_SUFFIX
    notes = sorted((landing / folder).glob(f"{stem}*{suffix}"))
    paths = [note.with_name(note.name.removesuffix(suffix)) for note in notes]
    return [path for path in paths if path.is_file()]


def _moved(landing: Path, endpoint: Endpoint, name: str, path: Path) -> str:
    folder = landing / FOLDER / endpoint.endpoint / REFUSED
    folder.mkdir(parents=True, exist_ok=True)
    note = path.with_name(path.name + naming.META_SUFFIX)
    os.replace(path, folder / path.name)
    os.replace(note, folder / note.name)
    sync(folder)
    where = folder.relative_to(landing).as_posix()
    return f"{name} was refused, and a newer answer has landed: it lies in {where} now."
