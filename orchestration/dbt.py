"""Runs dbt and reads what it leaves behind.

Belongs here: the dbt command line and its artifacts (manifest.json, run_results.json).
Does not: SQL, and anything about publishing. dbt runs as a subprocess because an in-process
run would keep the lock on the candidate file.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from orchestration import disk
from orchestration.errors import BuildFailed, DiskRefused
from orchestration.measure import watched
from orchestration.settings import MARTS, ROOT, Settings

EXECUTABLE = shutil.which("dbt", path=str(Path(sys.executable).parent)) or "dbt"
BAD_STATUSES = ("error", "fail", "runtime error", "partial success")
GOOD_STATUSES = ("success", "pass", "warn")
PARSED = "partial_parse.msgpack"
_QUIET_EVENTS = ("LogStartLine", "LogHookStartLine", "LogHookEndLine", "MainReportVersion")
_NODE_EVENTS = ("LogModelResult", "LogSeedResult", "LogTestResult", "LogNodeNoOpResult")


def run(settings: Settings, *args: str, say: Callable[[str], None] = print) -> None:
    """Run `dbt <args>` on the project, telling progress, warnings and failures through `say`.

    Raises BuildFailed if dbt ends with an error; its own words have been said by then. Raises
    DiskRefused where it ended because the disk is full or closed.
    """
    command = [sys.executable, "-m", "orchestration.dbt_process"]
    command += ["--no-use-colors", "--log-format", "json", *args]
    command += ["--project-dir", str(ROOT), "--profiles-dir", str(ROOT)]
    settings.build_db.parent.mkdir(parents=True, exist_ok=True)
    _borrow_parse(settings)
    with (
        subprocess.Popen(
            command,
            cwd=ROOT,  # relative paths in profiles.yml start here
            env={**settings.environment(), "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        ) as process,
        watched(process.pid),
    ):
        progress = Progress(say, settings.target_dir)
        for line in process.stdout:
            progress.hear(line.rstrip())
        progress.end()
    if process.returncode and progress.refused:
        raise DiskRefused(progress.refused)
    if process.returncode:
        raise BuildFailed(f"dbt {' '.join(args)} failed; what failed is named above.")


class Progress:
    """What is said of dbt's events: every tenth of the nodes, and all that is not routine.

    `refused` is the sentence about a disk, `place` or another, that refused to be written.
    """

    def __init__(self, say: Callable[[str], None], place: Path) -> None:
        self.say, self.place, self.tenth = say, place, 0
        self.refused: str | None = None
        self._no_events: list[str] = []

    def hear(self, line: str) -> None:
        """Take one line of `--log-format json`; what is none, such as a traceback, is said."""
        try:
            event = json.loads(line)
            name, level = event["info"]["name"], event["info"]["level"]
            text, data = event["info"]["msg"], event["data"]
        except (ValueError, KeyError, TypeError):
            self._no_events.append(line)
            return
        self.end()
        if name in (*_NODE_EVENTS, "SkippingDetails"):
            self._count(data)
        routine = name in _QUIET_EVENTS or name in _NODE_EVENTS
        if not (routine and level == "info"):
            self._tell(text)

    def end(self) -> None:
        """Say what came since the last event and is none."""
        text, self._no_events = "\n".join(self._no_events), []
        self._tell(text)

    def _tell(self, text: str) -> None:
        refused = disk.sentence_in(text, self.place)
        self.refused = self.refused or refused
        if refused:  # the sentence comes last; where in dbt it happened helps nobody
            text = re.split(r"--- Logging error ---|Traceback \(most recent", text)[0]
        if text.strip():
            for part in text.strip("\n").split("\n"):
                self.say(f"  {part.rstrip()}")

    def _count(self, data: dict) -> None:
        done, total = int(data.get("index", 0)), int(data.get("total") or data.get("num_models", 0))
        tenth = 10 * done // total if total else 0
        if tenth > self.tenth:
            self.say(f"  dbt {done} of {total} nodes")
            self.tenth = tenth


def _borrow_parse(settings: Settings) -> None:
    """Begin with the parse of the project's own target folder where this one has none yet."""
    here, there = settings.target_dir / PARSED, ROOT / "target" / PARSED
    if not here.exists() and there.exists():
        settings.target_dir.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(there, here)


def ensure_manifest(settings: Settings) -> Path:
    """Path of dbt's manifest.json; runs `dbt parse` first when there is none, or no whole one."""
    if not _ends_as_json(settings.dbt_manifest):
        run(settings, "parse", "--quiet")
    return settings.dbt_manifest


def _ends_as_json(path: Path) -> bool:
    if not path.exists() or not path.stat().st_size:
        return False
    with path.open("rb") as file:
        file.seek(-min(64, path.stat().st_size), os.SEEK_END)
        return file.read().rstrip().endswith(b"}")


def read_artifact(path: Path) -> dict:
    """The JSON artifact at `path`. Raises BuildFailed if dbt has not written it, or not whole."""
    if not path.exists():
        raise BuildFailed(f"{path} is missing: run `dbt build` first.")
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # dbt was killed or the disk full while it wrote
        raise BuildFailed(f"{path} is not whole ({error}): build again.") from error


def mart_names(manifest: dict) -> list[str]:
    """Names of the tables the project promises in schema marts."""
    return sorted(
        node["alias"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model"
        and node["schema"] == MARTS
        and node["config"]["materialized"] != "ephemeral"
    )


def failures(run_results: dict) -> list[str]:
    """Ids of the nodes that failed in the last dbt command."""
    return [r["unique_id"] for r in run_results["results"] if r["status"] in BAD_STATUSES]


def not_run(manifest: dict, run_results: dict) -> list[str]:
    """Ids of the seeds, models and data tests of the project that the last dbt command left out.

    Unit tests are about the code, not about this data: `test` and a plain `dbt build` run them.
    """
    done = {r["unique_id"] for r in run_results["results"] if r["status"] in GOOD_STATUSES}
    return [
        name
        for name, node in manifest["nodes"].items()
        if node["resource_type"] in ("seed", "model", "snapshot", "test")
        and node["config"]["materialized"] != "ephemeral"
        and name not in done
    ]


def project_name(manifest: dict) -> str:
    """The name of the dbt project."""
    return manifest["metadata"]["project_name"]


def summary(run_results: dict) -> dict[str, dict[str, int]]:
    """How many models, seeds, tests and unit tests ended in which status."""
    counts: dict[str, Counter] = {}
    for result in run_results["results"]:
        kind = result["unique_id"].split(".")[0]
        counts.setdefault(kind, Counter())[result["status"]] += 1
    return {kind: dict(sorted(counter.items())) for kind, counter in sorted(counts.items())}


def sql_seconds(run_results: dict) -> float:
    """Sum of the execution times of all nodes of the last dbt command."""
    return round(sum(r["execution_time"] for r in run_results["results"]), 2)


def variables(manifest: dict, run_results: dict, project_vars: dict) -> dict[str, object]:
    """The vars a build used: those of dbt_project.yml, overridden by --vars of the run."""
    package = manifest["metadata"].get("project_name")
    flat = {k: v for k, v in project_vars.items() if not isinstance(v, dict)}
    flat |= project_vars.get(package) or {}
    flat |= run_results.get("args", {}).get("vars") or {}
    return dict(sorted(flat.items()))
