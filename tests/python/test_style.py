"""The linters pass: ruff for Python, sqlfluff for SQL, and the pre-commit hooks call what exists.

Belongs here: formatting and lint. Does not: conventions of the data model (test_conventions).
"""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from orchestration.settings import ROOT

BIN = Path(sys.executable).parent
PYTHON = ["orchestration", "tests"]
SQL = ["models", "macros", "tests/generic", "tests/singular"]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", *PYTHON],
        ["ruff", "format", "--check", *PYTHON],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_linter_passes(command: list[str]) -> None:
    done = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", SQL)
def test_sqlfluff_passes(folder: str) -> None:
    done = subprocess.run(
        [BIN / "sqlfluff", "lint", "--disable-progress-bar", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr


def test_every_sql_file_is_linted() -> None:
    folders = [p.parent for f in ("models", "macros", "tests") for p in (ROOT / f).rglob("*.sql")]
    assert [f for f in folders if not any(f.is_relative_to(ROOT / linted) for linted in SQL)] == []


def test_sqlfluff_fails_on_bad_sql(tmp_path: Path) -> None:
    """A linter whose rules are all excluded would pass everything."""
    bad = tmp_path / "bad.sql"
    bad.write_text("SELECT a, b from t JOIN u on t.a = u.a\n", encoding="utf-8")
    done = subprocess.run(
        [BIN / "sqlfluff", "lint", "--config", ROOT / "pyproject.toml", str(bad)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "CP01" in done.stdout


def test_hooks_are_local_and_exist() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for repo in config["repos"]:
        assert repo["repo"] == "local"
        for hook in repo["hooks"]:
            assert hook["language"] == "system"
            assert (BIN / Path(hook["entry"].split()[0]).name).exists(), hook["id"]
