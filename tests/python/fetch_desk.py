"""One who asks the publishers of a replay server, on a day of choice, and lands what came.

Belongs here: what the tests of connectors share. Does not: what a publisher says (the tests).
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from landing_case import Case
from orchestration import settings
from orchestration.errors import FetchRefused, RunStopped
from orchestration.fetch.endpoints import endpoints
from orchestration.fetch.run import client_for, fetch_one
from orchestration.fetch.spool import Fetched
from replay_server import ReplayServer, Reply


def as_list(rows: Any) -> Reply:
    """Rows as the exchanges send them."""
    return Reply(body=json.dumps(rows, ensure_ascii=False).encode())


class Desk:
    """The server, a landing folder, and what was landed from it (`case`)."""

    def __init__(self, root: Path, server: ReplayServer) -> None:
        self.server, self.case = server, Case(root)
        names = {"NETZERO_LANDING": self.case.landing, "NETZERO_LANDED": self.case.landed}
        self.settings = settings.load({name: str(path) for name, path in names.items()})

    def ask(self, name: str, day: int = 12, month: int = 8, period: str | None = None) -> Fetched:
        """Fetch one endpoint on a day of 2030."""
        endpoint = next(each for each in endpoints() if each.endpoint == name)
        now = datetime(2030, month, day, tzinfo=UTC)
        return fetch_one(self.settings, endpoint, client_for(endpoint), now=now, period=period)

    def files(self) -> list[str]:
        """What lies in the landing folder to be landed."""
        found = [p.relative_to(self.case.landing) for p in self.case.landing.rglob("*.*")]
        return sorted(
            p.as_posix()
            for p in found
            if p.parts[0][0] != "." and p.suffixes[-2:] != [".meta", ".yml"]
        )

    def sentence(self, name: str, kind: type[RunStopped] = FetchRefused, **when: Any) -> str:
        """Fetch an endpoint, which must fail and leave nothing; returns what it says."""
        before = self.files()
        with pytest.raises(kind) as caught:
            self.ask(name, **when)
        assert type(caught.value) is kind and self.files() == before
        assert str(caught.value).casefold().endswith("the last release stands.")
        return str(caught.value)


def at_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk whose publishers are all one replay server; for a fixture."""
    with ReplayServer() as server:
        for connector in ("TWSE", "TPEX", "MOPS", "ENERGY_ADMINISTRATION"):
            monkeypatch.setenv(f"NETZERO_ENDPOINT_{connector}", server.url)
        yield Desk(tmp_path, server)
