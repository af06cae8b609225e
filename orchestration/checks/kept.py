"""What the suite of a landed dataset said, kept until its files or its words are others.

Belongs here: knowing files and suite again, writing and reading results. Does not: judging
(runner.py). The check of a landed dataset runs once when it is landed; the gate of the same
deployment then takes what it said of the same bytes instead of judging them again.
"""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from orchestration.checks.registry import SuiteFile
from orchestration.checks.results import ExpectationResult
from orchestration.files import write_whole
from orchestration.settings import Settings


def landed_paths(settings: Settings, dataset: str) -> list[Path]:
    """The Parquet files of a dataset, oldest vintage first."""
    return sorted((settings.landed_dir / dataset).glob("*.parquet"))


def save(settings: Settings, suite: SuiteFile, mark: str, results: list[ExpectationResult]) -> None:
    """Keep the results of a suite about files and words known by `mark`."""
    text = {"fingerprint": mark, "results": [asdict(row) for row in results]}
    content = json.dumps(text, ensure_ascii=False).encode()
    write_whole(_place(settings, suite), content)


def load(settings: Settings, suite: SuiteFile) -> list[ExpectationResult] | None:
    """What the suite said of these very files; None where it has not judged them as they are."""
    try:
        found = json.loads(_place(settings, suite).read_text(encoding="utf-8"))
        rows = [ExpectationResult(**row) for row in found["results"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return rows if found.get("fingerprint") == fingerprint(settings, suite) else None


def fingerprint(settings: Settings, suite: SuiteFile) -> str:
    """Changes with the landed files, the suite and the words that suites share."""
    digest = hashlib.sha256()
    words = sorted(suite.path.parent.parent.glob("*.py"))
    for path in [suite.path, *words, *landed_paths(settings, suite.table)]:
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _place(settings: Settings, suite: SuiteFile) -> Path:
    return settings.target_dir / "judged" / f"{suite.table}.json"
