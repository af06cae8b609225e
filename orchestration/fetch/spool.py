"""Where fetched bytes lie until they are whole, and how they appear in the landing folder.

Belongs here: the folder `.fetching/<endpoint>`, its state, placing a file with its note. Does not:
asking (client.py), reading pages (paging.py).

    <landing>/<file>                     the whole answer, never overwritten
    <landing>/<file>.meta.yml            vintage_date, retrieved_at, url without secrets
    <landing>/.fetching/<endpoint>/
        state.json                       of each period: file, SHA-256, ETag, when it was asked
        pages/, part, part.json          of a fetch that was interrupted; gone when it is done
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from orchestration.errors import FetchFailed, FetchRefused
from orchestration.fetch.answers import NOT_PUBLISHED, UNCHANGED
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.transport import REDACTION
from orchestration.files import UNFINISHED, sync, write_whole
from orchestration.landing.naming import META_SUFFIX
from orchestration.locking import held

FOLDER = ".fetching"
NEW = "new"
TAIPEI = timezone(timedelta(hours=8), "Asia/Taipei")  # no summer time since 1979


@dataclass(frozen=True)
class Fetched:
    """What became of one endpoint: `state` is new, unchanged or not_published.

    `path` is the file in the landing folder, also where it was there before; None if there is none.
    """

    endpoint: str
    state: str
    path: Path | None
    rows: int | None
    requests: int


@contextmanager
def opened(landing: Path, endpoint: Endpoint) -> Iterator["Spool"]:
    """The spool of an endpoint, for this process alone, with what a crash left put in order.

    Raises FetchFailed if another process is fetching the endpoint.
    """
    folder = landing / FOLDER / endpoint.endpoint
    refusal = FetchFailed(
        f"{endpoint.endpoint}: another process is fetching it; wait for that one and run again."
    )
    with held(folder / ".lock", refusal):
        spool = Spool(landing, endpoint)
        spool.recover()
        yield spool


class Spool:
    """What is known and kept of one endpoint."""

    def __init__(self, landing: Path, endpoint: Endpoint) -> None:
        self.landing, self.endpoint = landing, endpoint
        self.folder = landing / FOLDER / endpoint.endpoint
        self.pages = self.folder / "pages"
        self.part = self.folder / "part"
        self._state_file = self.folder / "state.json"

    def _state(self) -> dict[str, Any]:
        try:
            state = json.loads(self._state_file.read_text(encoding="utf-8"))
            return state if isinstance(state.get("files"), dict) else {"files": {}}
        except (OSError, ValueError, AttributeError):
            return {"files": {}}

    def _save(self, state: dict[str, Any]) -> None:
        self.write(self._state_file, json.dumps(state, indent=1, sort_keys=True).encode())

    def write(self, path: Path, content: bytes) -> None:
        """Put a file in place in one step. Raises FetchRefused if a secret is in it."""
        if REDACTION.is_in(content):
            raise FetchRefused(
                f"{self.endpoint.endpoint}: the answer repeats the key, and is not stored."
            )
        write_whole(path, content)

    def recover(self) -> None:
        """Put in order what a process left that was killed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for path in [*self.folder.rglob(f"*{UNFINISHED}"), *self.folder.glob("*.ready")]:
            path.unlink()
        state = self._state()
        placing = state.pop("placing", None)
        if not placing:
            return
        path = self.landing / placing["file"]
        if path.is_file():
            state["files"][placing.pop("period")] = placing
        else:
            path.with_name(path.name + META_SUFFIX).unlink(missing_ok=True)
        self._save(state)

    def last(self, period: str | None = None) -> dict[str, Any]:
        """What was fetched last and still lies there: file, sha256, etag, last_modified, rows."""
        entry = self._state()["files"].get(period or "", {})
        return entry if entry and (self.landing / entry["file"]).is_file() else {}

    def validators(self, period: str | None = None) -> dict[str, str | None]:
        """`etag` and `last_modified` of the last file, to ask whether it changed."""
        entry = self.last(period)
        return {name: entry.get(name) for name in ("etag", "last_modified")}

    def unchanged(self, now: datetime, requests: int, period: str | None = None) -> Fetched:
        """The publisher says that the last file is still the newest."""
        entry = self.last(period)
        self._remember({**entry, "asked_at": _utc(now)}, period)
        return Fetched(
            self.endpoint.endpoint,
            UNCHANGED,
            self.landing / entry["file"],
            entry.get("rows"),
            requests,
        )

    def not_published(self, requests: int) -> Fetched:
        """The publisher has no data for the period yet."""
        self.clear()
        return Fetched(self.endpoint.endpoint, NOT_PUBLISHED, None, None, requests)

    def place(
        self,
        content: bytes,
        *,
        now: datetime,
        url: str,
        requests: int,
        rows: int | None = None,
        period: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        vintage: date | None = None,
    ) -> Fetched:
        """Put a whole answer into the landing folder, unless the same bytes lie there already.

        Its note gives `vintage` as the vintage date; without one the day of retrieval in Taipei, or
        nothing where the name of the file holds a period. Other bytes of the same day or period get
        a name of their own. Raises FetchRefused if a secret is in it.
        """
        today = now.astimezone(TAIPEI).date()
        about = {
            "sha256": hashlib.sha256(content).hexdigest(),
            "etag": etag,
            "last_modified": last_modified,
            "rows": rows,
            "asked_at": _utc(now),
        }
        same = self._same(content, about["sha256"], period)
        if same:
            name = same.relative_to(self.landing).as_posix()
            self._remember({**about, "file": name}, period)
            self.clear()
            return Fetched(self.endpoint.endpoint, UNCHANGED, same, rows, requests)
        path = self.landing / self.endpoint.file.format(date=today, period=period)
        restated = path.exists()
        if restated:
            path = path.with_name(f"{path.stem}_{about['sha256'][:8]}{path.suffix}")
        if "{date}" in self.endpoint.file or restated:
            vintage = vintage or today
        note = {"vintage_date": vintage} if vintage else {}
        note |= {"retrieved_at": today, "url": url}
        about["file"] = path.relative_to(self.landing).as_posix()
        self._appear(path, content, note, {**about, "period": period or ""})
        self._remember(about, period)
        self.clear()
        return Fetched(self.endpoint.endpoint, NEW, path, rows, requests)

    def clear(self) -> None:
        """Nothing of a finished fetch stays but the state."""
        shutil.rmtree(self.pages, ignore_errors=True)
        for path in (self.part, self.part.with_name("part.json")):
            path.unlink(missing_ok=True)

    def _appear(
        self, path: Path, content: bytes, note: dict[str, Any], about: dict[str, Any]
    ) -> None:
        """The note, then the file, each by one step from the spool; the state says what is next."""
        # a string of JSON is one of YAML, and a bare date is a date
        lines = [f"{k}: {v if isinstance(v, date) else json.dumps(v)}" for k, v in note.items()]
        text = "\n".join([*lines, ""]).encode()
        ready, ready_note = self.folder / "file.ready", self.folder / "note.ready"
        self.write(ready, content)
        self.write(ready_note, text)
        self._save({**self._state(), "placing": about})
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(ready_note, path.with_name(path.name + META_SUFFIX))
        os.replace(ready, path)
        sync(path.parent)

    def _same(self, content: bytes, sha256: str, period: str | None) -> Path | None:
        """A file of this endpoint (and period) with the same bytes."""
        pattern = self.endpoint.file.format(date="*", period=period)
        head, dot, suffix = pattern.rpartition(".")
        for path in sorted(self.landing.glob(f"{head.rstrip('*')}*{dot}{suffix}")):
            size = path.stat().st_size if path.is_file() else None
            if size == len(content) and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
                return path
        return None

    def _remember(self, about: dict[str, Any], period: str | None) -> None:
        state = self._state()
        state.pop("placing", None)
        state["files"][period or ""] = about
        self._save(state)


def _utc(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
