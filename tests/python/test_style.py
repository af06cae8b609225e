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
# two halves, linted side by side: sqlfluff's own pool waits for ever for a worker that died
SQL = [["models/intermediate"], ["models/staging", "models/marts", "macros", "tests/generic", "tests/singular"]]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", *PYTHON],
        ["ruff", "format", "--check", *PYTHON],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_linter_passes(command: list[str]) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_sqlfluff_passes() -> None:
    command = [BIN / "sqlfluff", "lint", "--disable-progress-bar"]
    runs = [subprocess.Popen([*command, *half], cwd=ROOT, stdout=subprocess.PIPE, text=True) for half in SQL]
    said = [run.communicate()[0] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], "\n".join(said)


def test_every_folder_of_models_is_linted() -> None:
    linted = {path for half in SQL for path in half if path.startswith("models/")}
    assert {
        f"models/{p.parts[0]}" for p in (f.relative_to(ROOT / "models") for f in (ROOT / "models").rglob("*.sql"))
    } == linted


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
