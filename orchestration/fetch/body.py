"""Where the bytes of an answer go while they arrive: memory, or a file that can be resumed.

Belongs here: growing, resuming, forgetting. Does not: asking (client.py), placing (spool.py).
"""

import json
from pathlib import Path
from typing import Any

import requests

from orchestration.fetch.transport import REDACTION
from orchestration.files import UNFINISHED, write_whole


class Cut(Exception):
    """The body ended before it was whole; holds no text of requests."""


class Memory:
    """A body that is small enough to begin again."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def __enter__(self) -> "Memory":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    @property
    def size(self) -> int:
        return len(self._bytes)

    def write(self, chunk: bytes) -> None:
        self._bytes += chunk

    def clear(self) -> None:
        self._bytes.clear()

    def content(self) -> bytes:
        return bytes(self._bytes)


class Part:
    """A body that grows in a file, with a note of which version of the file it is a part of."""

    def __init__(self, path: Path, url: str) -> None:
        self.path, self.note = path, path.with_name(path.name + ".json")
        self.of = REDACTION.text(url)
        self._file: Any = None

    def _known(self) -> dict[str, Any]:
        try:
            known = json.loads(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) and known.get("url") == self.of else {}

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def resume(self) -> dict[str, str]:
        """Headers that ask for the rest, if the version is still the same one."""
        whole = {"Accept-Encoding": "identity"}  # a range counts bytes as they are sent
        version = self._known().get("version")
        if not version or not self.size:
            return whole
        return {**whole, "Range": f"bytes={self.size}-", "If-Range": version}

    def begin(self, response: requests.Response) -> "Part":
        """Go on where the answer does, or begin anew where it is the whole file."""
        start = f"bytes {self.size}-"
        goes_on = response.headers.get("Content-Range", "").startswith(start)
        if response.status_code == 206 and not goes_on:
            self.clear()
            raise Cut
        if response.status_code == 200:
            self.clear()
            etag = response.headers.get("ETag", "")
            version = etag if etag.startswith('"') else response.headers.get("Last-Modified")
            if response.headers.get("Content-Encoding", "identity") != "identity":
                version = None
            write_whole(self.note, json.dumps({"url": self.of, "version": version}).encode())
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("ab")
        return self

    def __enter__(self) -> "Part":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._file.flush()

    def clear(self) -> None:
        """Forget what came."""
        self.note.unlink(missing_ok=True)
        self.note.with_name(self.note.name + UNFINISHED).unlink(missing_ok=True)
        self.path.unlink(missing_ok=True)

    def content(self) -> bytes:
        return self.path.read_bytes()
