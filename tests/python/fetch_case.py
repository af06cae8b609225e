"""A publisher on this machine, a landing folder of one's own, and made-up plants, for fetch tests.

Belongs here: running `fetch`, reading what came of it, and proving that the key is nowhere. Does
not: assertions about one answer (test_fetch*), playing answers (replay_server).
"""

import json
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import duckdb
import pytest

from orchestration import fetch
from orchestration import settings as settings_module
from orchestration.errors import RunStopped
from orchestration.fetch.connectors import moenv
from orchestration.fetch.spool import FOLDER, Fetched
from replay_server import ReplayServer

KEY = "made-up key/0123+4567"
GHG = "/api/v2/GHG_P_01"
SBTI = "/production/files/companies-excel.xlsx"
NOW = datetime(2030, 5, 1, 20, 0, tzinfo=UTC)  # the second of May in Taipei
LIMIT = 7  # rows of a page; the real thousand takes a thousand rows to cut


def plants(count: int, changed: int | None = None) -> list[dict[str, Any]]:
    """Rows of GHG_P_01 as the API prints them since 2025; `changed` is one with other tonnes."""
    return [
        {
            "app_year": "102",
            "ban": "12345678",
            "companyname": f"測試工廠{number}",
            "scompanyno": "0001",
            "controlno": f"X{number:07d}",
            "city": "測試縣",
            "town": "東鄉",
            "companyaddr": "一路1號",
            "ccksicco1": "1820",
            "sicname1": "石化",
            "tot1_value": 3,
            "tot2_value": "10.50" if number != changed else "11.50",
            "tot_value": "13.50" if number != changed else "14.50",
            "cause": "依法申報",
            "check_yn": "是",
        }
        for number in range(count)
    ]


class FetchCase:
    """One publisher and one landing folder; `printed` is what the last run said."""

    def __init__(
        self,
        root: Path,
        server: ReplayServer,
        patch: pytest.MonkeyPatch,
        logged: Callable[[], str],
    ) -> None:
        self.root, self.server, self.logged = root, server, logged
        self.landing, self.landed = root / "landing", root / "landed"
        self.printed = ""
        self._said: list[str] = []
        for connector in ("MOENV", "SBTI"):
            patch.setenv(f"NETZERO_ENDPOINT_{connector}", server.url)
        patch.setenv("NETZERO_MOENV_KEY", KEY)
        patch.setattr(moenv, "LIMIT", LIMIT)
        self.settings = settings_module.load(
            {"NETZERO_LANDING": str(self.landing), "NETZERO_LANDED": str(self.landed)}
        )

    def run(self, *datasets: str) -> int:
        """The command `fetch`; returns its exit code."""
        lines: list[str] = []
        code = fetch.run(self.settings, list(datasets), say=lines.append)
        self.printed = "\n".join(lines)
        self._said += lines
        return code

    def fetch(self, dataset: str = "ghg_p_01", days: int = 0) -> Fetched:
        """One dataset of one endpoint, `days` later."""
        now = NOW + timedelta(days=days)
        (found,) = fetch.fetch_dataset(self.settings, dataset, now=now, say=self._said.append)
        return found

    def refusal(self, dataset: str = "ghg_p_01") -> str:
        """The sentence with which a dataset is not fetched; nothing appears because of it."""
        before = self.files()
        with pytest.raises(RunStopped) as refused:
            self.fetch(dataset)
        assert self.files() == before
        error = refused.value
        for below in (error.__cause__, error.__context__):
            assert type(below).__module__.split(".")[0] not in ("requests", "urllib3")
        self._said += traceback.format_exception(error)
        assert "\n" not in str(error)
        return str(error)

    def files(self) -> dict[str, bytes]:
        """What lies in the landing folder, the spool left out."""
        return {
            path.relative_to(self.landing).as_posix(): path.read_bytes()
            for path in sorted(self.landing.rglob("*"))
            if path.is_file() and FOLDER not in path.parts
        }

    def spooled(self) -> list[str]:
        """What lies in the spool besides state and locks."""
        kept = ("state.json", ".lock")
        paths = (p for p in (self.landing / FOLDER).rglob("*") if p.is_file())
        return sorted(p.name for p in paths if p.name not in kept)

    def landed_totals(self) -> tuple[int, float]:
        """Plants and tonnes of the newest vintage landed."""
        newest = "select max(vintage_date) from rows"
        return duckdb.sql(
            f"with rows as (from '{self.landed}/ghg_p_01/*.parquet') select"
            " count(distinct control_no)::int, sum(total_tco2e)"
            f" from rows where vintage_date = ({newest})"
        ).fetchone()

    def assert_key_is_nowhere(self) -> None:
        """Not in a file, not in what was printed or raised, not in a log of any level."""
        forms = [KEY, quote(KEY, safe=""), quote_plus(KEY), KEY.split("/")[0]]
        places = {"a log": self.logged(), "what was said": "\n".join(self._said)}
        places |= {
            str(path): path.read_bytes().decode("utf-8", "replace")
            for path in self.root.rglob("*")
            if path.is_file()
        }
        leaks = [where for where, text in places.items() if any(form in text for form in forms)]
        assert leaks == [], leaks


def as_json(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def without(rows: Sequence[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    """Rows without some columns."""
    return [{k: v for k, v in row.items() if k not in names} for row in rows]
