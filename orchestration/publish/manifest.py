"""The manifest of a release: what it holds, what it was made from, what it cost.

Belongs here: facts for manifest.json. Does not: swapping, checking.
"""

import subprocess
import tomllib
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

import duckdb
import yaml

from orchestration import dbt
from orchestration.candidate import sha256_of, tables
from orchestration.checks.results import GateResult
from orchestration.publish.content import content_sha256, describe
from orchestration.settings import MARTS, ROOT, Settings

TOOLS = ("dbt-core", "dbt-duckdb", "duckdb", "great-expectations")


def code_version() -> dict:
    """Project version and, where git knows it, commit and whether the tree differs from it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {"project_version": project["version"], "git_commit": None, "git_dirty": None}
    try:
        if Path(_git("rev-parse", "--show-toplevel")).resolve() == ROOT:
            found["git_commit"] = _git("rev-parse", "HEAD")
            found["git_dirty"] = bool(_git("status", "--porcelain"))
    except (OSError, subprocess.CalledProcessError):
        pass  # a downloaded archive, no git, or no commit yet
    return found


def _git(*args: str) -> str:
    done = subprocess.run(
        ["git", *args], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.strip()


def build(
    settings: Settings,
    release_id: str,
    created_at: datetime,
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    gate: GateResult,
    measurements: dict,
    inputs: dict[str, str],
) -> dict:
    """All facts about the release with files in `folder` and marts that `connection` reads."""
    dbt_manifest = dbt.read_artifact(settings.dbt_manifest)
    run_results = dbt.read_artifact(settings.run_results)
    project = yaml.safe_load((ROOT / "dbt_project.yml").read_text(encoding="utf-8"))
    names = tables(connection, MARTS)
    return {
        "release_id": release_id,
        "created_at": created_at.isoformat(timespec="seconds"),
        "code_version": code_version(),
        "tool_versions": {tool: version(tool) for tool in TOOLS},
        "vars": dbt.variables(dbt_manifest, run_results, project.get("vars") or {}),
        "inputs_sha256": inputs,
        "content_sha256": content_sha256(connection, dbt.mart_names(dbt_manifest)),
        "files": {
            path.relative_to(folder).as_posix(): {
                "bytes": path.stat().st_size,
                "sha256": sha256_of(path),
            }
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        },
        "marts": describe(connection, names),
        "source_releases": _rows_if(connection, names, "dim_source_release", "select * from {}"),
        "reconciliation": reconciliation(connection, names),
        "data": settings.data,
        "expectations": gate.summary(),
        "accepted_drift": gate.accepted_drift,
        "dbt": dbt.summary(run_results),
        "measurements": measurements,
    }


def reconciliation(connection: duckdb.DuckDBPyConnection, names: list[str]) -> dict:
    """Printed figures against what they derive from: counts by verdict, and every mismatch."""
    counts = _rows_if(
        connection,
        names,
        "dq_reconciliation",
        "select verdict, count(*) as n from {} group by verdict order by verdict",
    )
    mismatches = _rows_if(
        connection,
        names,
        "dq_reconciliation",
        "select check_key from {} where verdict = 'mismatch' order by check_key",
    )
    return {
        "by_verdict": {row["verdict"]: row["n"] for row in counts},
        "mismatches": [row["check_key"] for row in mismatches],
    }


def _rows_if(connection, names: list[str], table: str, sql: str) -> list[dict]:
    """Rows of a query on a mart as dictionaries fit for JSON; none if there is no such mart."""
    if table not in names:
        return []
    cursor = connection.execute(sql.format(f"{MARTS}.{table}"))
    header = [column[0] for column in cursor.description]
    return [
        {k: v.isoformat() if isinstance(v, date) else v for k, v in zip(header, row, strict=True)}
        for row in cursor.fetchall()
    ]
