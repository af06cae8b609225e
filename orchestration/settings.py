"""Where things are: every path and limit, from an environment variable with a working default.

Belongs here: names of variables, defaults, what each may be, paths derived from them.
Does not: opening files (preflight.py looks into them), running anything. Standard library only.
"""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from orchestration.errors import SettingWrong

ROOT = Path(__file__).resolve().parent.parent
MARTS = "marts"
EMBEDDED, LANDED, NEWEST = "embedded", "landed", "newest"
DEFAULTS = {
    "NETZERO_BUILD_DB": "target/warehouse.build.duckdb",
    "NETZERO_LANDING": "landing",
    "NETZERO_LANDED": "landed",
    "NETZERO_PUBLISH_DIR": "published",
    "DBT_TARGET_PATH": "target",
    "DBT_LOG_PATH": "logs",
}
MOENV_KEY = "NETZERO_MOENV_KEY"
# read where they are used and nowhere kept; no child process is given them
SECRETS = (MOENV_KEY, "NETZERO_WEBHOOK")
BASE_URL = "NETZERO_ENDPOINT_"  # and a connector's name in capitals
_WHOLE_NUMBERS = {
    "NETZERO_KEEP_RELEASES": "3",
    "NETZERO_THREADS": "1",
    "NETZERO_DUCKDB_THREADS": "1",
}


@dataclass(frozen=True)
class Settings:
    """The paths and limits of one run, all absolute."""

    build_db: Path
    target_dir: Path
    log_dir: Path
    publish_dir: Path
    keep_releases: int
    landing_dir: Path = ROOT / "landing"
    landed_dir: Path = ROOT / "landed"
    expectations_dir: Path = ROOT / "tests" / "expectations"
    data: str = EMBEDDED
    portfolio_dir: Path | None = None
    links: bool = True
    duckdb_threads: int = 1
    schedules: bool = False

    @property
    def reads_landed(self) -> bool:
        """Whether the models read published files that were landed, where there are any."""
        return self.data != EMBEDDED

    @property
    def dbt_manifest(self) -> Path:
        return self.target_dir / "manifest.json"

    @property
    def run_results(self) -> Path:
        return self.target_dir / "run_results.json"

    @property
    def build_record(self) -> Path:
        return self.target_dir / "build_record.json"

    @property
    def gate_result(self) -> Path:
        return self.target_dir / "gate_result.json"

    @property
    def quality_page(self) -> Path:
        return self.target_dir / "quality.html"

    @property
    def spill_dir(self) -> Path:
        """Where DuckDB puts what memory cannot hold, unless NETZERO_TEMP_DIR says otherwise."""
        return self.target_dir / "duckdb_tmp"

    @property
    def drift_rules(self) -> Path:
        return self.expectations_dir / "drift.yml"

    def that_matter(self) -> dict[str, object]:
        """The settings that change what a build contains."""
        return {"NETZERO_DATA": self.data, "NETZERO_DUCKDB_THREADS": self.duckdb_threads}

    def environment(self) -> dict[str, str]:
        """The environment for dbt: this process's without secrets, and these paths where it says
        others.

        What is already so is left as it is written: dbt parses the whole project anew when the
        profile reads another text than at the last parse.
        """
        env = {name: value for name, value in os.environ.items() if name not in SECRETS}
        for name, path in (
            ("NETZERO_BUILD_DB", self.build_db),
            ("NETZERO_LANDED", self.landed_dir),
            ("DBT_TARGET_PATH", self.target_dir),
            ("DBT_LOG_PATH", self.log_dir),
        ):
            if ROOT / (env.get(name) or DEFAULTS[name]) != path:
                env[name] = str(path)
        if (
            not env.get("NETZERO_TEMP_DIR")
            and self.target_dir != ROOT / DEFAULTS["DBT_TARGET_PATH"]
        ):
            env["NETZERO_TEMP_DIR"] = str(self.spill_dir)  # two processes must not share one
        if self.portfolio_dir and ROOT / env.get("NETZERO_PORTFOLIO", "") != self.portfolio_dir:
            env["NETZERO_PORTFOLIO"] = str(self.portfolio_dir)
        return env


def load(env: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from `env` (default: os.environ); relative paths start at the project root.

    Raises SettingWrong, naming the variable, its value and what is valid.
    """
    env = os.environ if env is None else env

    def path(name: str) -> Path:
        return ROOT / Path(env.get(name) or DEFAULTS[name]).expanduser()

    def path_or_none(name: str) -> Path | None:
        return ROOT / Path(env[name]).expanduser() if env.get(name) else None

    numbers = {name: _whole_number(env, name) for name in _WHOLE_NUMBERS}
    memory = env.get("NETZERO_MEMORY_LIMIT") or "4GB"
    if not re.fullmatch(r"\d+(\.\d+)?\s*([KMGT]i?B|%)", memory, re.IGNORECASE):
        raise SettingWrong(f"NETZERO_MEMORY_LIMIT is {memory!r}; give a size such as 4GB.")
    build_db = path("NETZERO_BUILD_DB")
    if build_db.name.split(".")[0] != "warehouse":
        raise SettingWrong(
            f"NETZERO_BUILD_DB is {str(build_db)!r}; the name up to its first dot must be"
            " warehouse, such as target/warehouse.build.duckdb, or the published views break."
        )
    return Settings(
        build_db=build_db,
        target_dir=path("DBT_TARGET_PATH"),
        log_dir=path("DBT_LOG_PATH"),
        publish_dir=path("NETZERO_PUBLISH_DIR"),
        keep_releases=numbers["NETZERO_KEEP_RELEASES"],
        landing_dir=path("NETZERO_LANDING"),
        landed_dir=path("NETZERO_LANDED"),
        data=_one_of(env, "NETZERO_DATA", (EMBEDDED, LANDED, NEWEST)),
        portfolio_dir=path_or_none("NETZERO_PORTFOLIO"),
        links=_one_of(env, "NETZERO_LINKS", ("auto", "off")) == "auto",
        duckdb_threads=numbers["NETZERO_DUCKDB_THREADS"],
        schedules=_one_of(env, "NETZERO_SCHEDULES", ("off", "on")) == "on",
    )


def secret(name: str) -> str | None:
    """A secret of the environment; None where it is not set."""
    return os.environ.get(name, "").strip() or None


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def base_url(connector: str) -> str | None:
    """What NETZERO_ENDPOINT_<CONNECTOR> puts in the place of the publisher's host; None if unset.

    Raises SettingWrong unless it is https, or http to this machine.
    """
    name = BASE_URL + connector.upper()
    value = os.environ.get(name, "").strip().rstrip("/")
    if not value:
        return None
    parts = urlsplit(value)
    if parts.query or parts.username or not parts.hostname:
        raise SettingWrong(f"{name} is no address; give one such as https://mirror.example.org.")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise SettingWrong(
            f"{name} leads to {parts.scheme}://{parts.hostname}; give an https address"
            " (http is for this machine alone)."
        )
    return value


def _whole_number(env: Mapping[str, str], name: str) -> int:
    text = env.get(name) or _WHOLE_NUMBERS[name]
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise SettingWrong(f"{name} is {text!r}; give a whole number of 1 or more.")
    return int(text)


def _one_of(env: Mapping[str, str], name: str, valid: tuple[str, ...]) -> str:
    """The first of `valid` where the variable is not set."""
    found = env.get(name, valid[0])
    if found not in valid:
        raise SettingWrong(f"{name} is {found!r}; valid are {', '.join(valid)}.")
    return found
