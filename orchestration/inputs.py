"""What a build is made from, as hashes: equal hashes mean that the same release would come out.

Belongs here: which files, settings, variables and tools count, and comparing two states of them.
Does not: deciding what follows (cli.py, publish/complete.py). Light on imports on purpose: a
build in which nothing changed ends here.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from orchestration.settings import ROOT, Settings

CODE = (
    "models",
    "seeds",
    "macros",
    "tests/generic",
    "tests/singular",
    "tests/fixtures",
    "tests/expectations",
    "orchestration",
    "dbt_project.yml",
    "profiles.yml",
)
LANDED = "landed files"
VARIABLES, SETTINGS, TOOLS, YEAR = "variables", "settings", "tool versions", "calendar year"
NAMED_TOOLS = ("dbt-core", "dbt-adapters", "dbt-duckdb", "duckdb", "great-expectations", "pandas")
_IGNORED = ("__pycache__", ".DS_Store")


def fingerprint(settings: Settings, variables: dict[str, object]) -> dict[str, str]:
    """The SHA-256 of each part of the inputs, by name. `variables` are the effective dbt vars."""
    parts = {place: _sha256_of_files(_code_files(place), ROOT) for place in CODE}
    parts[LANDED] = _sha256_of_files(landed_files(settings), settings.landed_dir)
    tools = {name: _version(name) for name in NAMED_TOOLS} | {"python": list(sys.version_info[:2])}
    # a file of one's own may not speak of years to come, so the same file can become valid
    facts = {VARIABLES: variables, SETTINGS: settings.that_matter(), TOOLS: tools}
    facts[YEAR] = date.today().year
    parts |= {name: _sha256(json.dumps(fact, sort_keys=True)) for name, fact in facts.items()}
    return parts


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Names of the parts that are not the same."""
    return [name for name in {**one, **other} if one.get(name) != other.get(name)]


def changed_after(settings: Settings, moment: float) -> list[Path]:
    """Input files that were written, or put where they are, after `moment` (seconds)."""
    paths = [*(p for place in CODE for p in _code_files(place)), *landed_files(settings)]
    return [path for path in paths if _changed_at(path) > moment]


def landed_files(settings: Settings) -> list[Path]:
    """The Parquet files that models can read."""
    found = settings.landed_dir.glob("*.parquet"), settings.landed_dir.glob("[!_]*/*.parquet")
    return [path for paths in found for path in paths]


def _code_files(place: str) -> Iterator[Path]:
    path = ROOT / place
    if path.is_file():
        yield path
        return
    for found in _below(path):
        if not (place == "orchestration" and found.suffix == ".md"):
            yield found


def _below(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _IGNORED]
        yield from (Path(where, name) for name in names if name not in _IGNORED)


def _sha256_of_files(paths, start: Path) -> str:
    digest = hashlib.sha256()
    for name, path in sorted((path.relative_to(start).as_posix(), path) for path in paths):
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode(errors="surrogateescape"))
        digest.update(content)
    return digest.hexdigest()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _changed_at(path: Path) -> float:
    found = path.stat()
    # the change time also moves when an old file is moved here; Windows has no such time
    return found.st_mtime if os.name == "nt" else max(found.st_mtime, found.st_ctime)
