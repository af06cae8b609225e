"""What can be fetched: one entry of endpoints.yml for each address, checked word by word.

Belongs here: reading the entries and finding contradictions. Does not: asking (client.py), reading
what comes (connectors).
"""

import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from orchestration.errors import ContractInvalid
from orchestration.landing.contract import load_all
from orchestration.settings import base_url

FILE = Path(__file__).with_name("endpoints.yml")
CONNECTORS = Path(__file__).with_name("connectors")
CRON = re.compile(r"(\S+ ){4}\S+")


@dataclass(frozen=True)
class Calendar:
    """When to ask: five fields of cron in Asia/Taipei, and why then."""

    cron: str
    why: str


@dataclass(frozen=True)
class Endpoint:
    """One address of a publisher.

    `file` is where it is put below the landing folder, with {date} (day of retrieval) or {period}.
    `hosts` are those that a redirect may lead to besides the own one. `words` are what its
    connector alone knows, by its NEEDS and KNOWS.
    """

    endpoint: str
    dataset: str
    connector: str
    url: str
    file: str
    calendar: Calendar
    fresh_within_days: int
    hosts: tuple[str, ...] = ()
    max_mb: int = 200
    timeout_seconds: int = 60
    words: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The url, or the same path at NETZERO_ENDPOINT_<CONNECTOR>. Raises SettingWrong."""
        return self.at(self.url)

    def at(self, url: str) -> str:
        """An address of this publisher, with the host that is to be asked in place of its own."""
        base = base_url(self.connector)
        if base is None:
            return url
        parts = urlsplit(url)
        return base + parts.path + (f"?{parts.query}" if parts.query else "")


@cache
def endpoints() -> tuple[Endpoint, ...]:
    """Every endpoint. Raises ContractInvalid, naming the entry and the word."""
    return parse(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def of_dataset(dataset: str) -> list[Endpoint]:
    """The endpoints that feed a dataset; none where nothing can be fetched."""
    return [each for each in endpoints() if each.dataset == dataset]


def parse(raw: Any) -> tuple[Endpoint, ...]:
    """Endpoints from their YAML. Raises ContractInvalid."""
    if not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
        raise ContractInvalid("fetch/endpoints.yml: expected a list of entries.")
    files = {contract.dataset: contract.files for contract in load_all()}
    found = tuple(_endpoint(entry) for entry in raw)
    problems = [p for each in found for p in _contradictions(each, files)]
    names = [each.endpoint for each in found]
    problems += [
        f"{name} is there twice" for name in sorted({n for n in names if names.count(n) > 1})
    ]
    if problems:
        raise ContractInvalid(f"fetch/endpoints.yml: {'; '.join(problems)}.")
    return found


def _endpoint(entry: dict[str, Any]) -> Endpoint:
    raw = dict(entry)
    name = raw.get("endpoint", "an entry without `endpoint`")
    own = {f for f in Endpoint.__dataclass_fields__ if f != "words"}
    try:
        raw["calendar"] = Calendar(**raw["calendar"])
        raw["hosts"] = tuple(raw.get("hosts", ()))
        words = {key: raw.pop(key) for key in sorted(set(raw) - own)}
        return Endpoint(**raw, words=words)
    except (KeyError, TypeError) as error:
        raise ContractInvalid(f"fetch/endpoints.yml, {name}: {error}.") from error


def _contradictions(each: Endpoint, files: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Sentences saying what in an entry cannot be meant."""
    if not re.fullmatch(r"[a-z0-9_]+", each.endpoint):
        yield f"{each.endpoint}: a name is of small letters, digits and _"
    if each.dataset not in files:
        yield f"{each.endpoint}: there is no contract {each.dataset}"
    elif not any(
        Path(each.file.format(date="2030-05-01", period="114Q1")).match(pattern)
        for pattern in files[each.dataset]
    ):
        yield f"{each.endpoint}: {each.file} is where no file of {each.dataset} is looked for"
    if not CRON.fullmatch(each.calendar.cron):
        yield f"{each.endpoint}: cron {each.calendar.cron!r} has not five fields"
    if urlsplit(each.url).scheme != "https":
        yield f"{each.endpoint}: {each.url} is not https"
    if not (CONNECTORS / f"{each.connector}.py").exists():
        yield f"{each.endpoint}: there is no connector {each.connector}"
        return
    module = connector(each)
    missing = set(module.NEEDS) - set(each.words)
    unknown = set(each.words) - set(module.NEEDS) - set(module.KNOWS)
    yield from (f"{each.endpoint}: `{word}` is missing" for word in sorted(missing))
    yield from (f"{each.endpoint}: nobody knows `{word}`" for word in sorted(unknown))


def connector(endpoint: Endpoint) -> Any:
    """The module that fetches an endpoint."""
    return importlib.import_module(f"orchestration.fetch.connectors.{endpoint.connector}")
