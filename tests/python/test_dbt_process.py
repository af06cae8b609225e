"""dbt as a child: it ends with its parent, one parse serves every file, and its events are told.

Belongs here: the process and what is said of it. Does not: what a build contains.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import psutil
import pytest

from conftest import settings_in
from crash_builds import small_project
from orchestration import candidate, dbt, measure
from orchestration.errors import CandidateUnusable
from orchestration.settings import ROOT, Settings


def event(name: str, level: str, text: str, **data: object) -> str:
    return json.dumps({"info": {"name": name, "level": level, "msg": text}, "data": data})


def test_what_is_said_of_the_events():
    said: list[str] = []
    progress = dbt.Progress(said.append, ROOT)
    for line in (
        event("MainReportVersion", "info", "Running with dbt=1.11"),
        event("FoundStats", "info", "Found 20 models"),
        event("Formatting", "info", ""),
        event("LogStartLine", "info", "1 of 20 START seed", index=1, total=20),
        event("LogSeedResult", "info", "1 of 20 OK loaded", index=1, total=20),
        event("LogModelResult", "info", "2 of 20 OK created", index=2, total=20),
        event("LogTestResult", "warn", "3 of 20 WARN 1 known", index=3, num_models=20),
        event("LogTestResult", "error", "4 of 20 FAIL 2 sums", index=4, num_models=20),
        event("SkippingDetails", "info", "5 of 20 SKIP relation", index=5, total=20),
        event("JinjaLogInfo", "info", "FAIL sums: 1 row(s)\n  seeds: a.csv, line 2"),
        "Traceback (most recent call last):",
        '{"not": "an event"}',
    ):
        progress.hear(line)
    progress.end()
    assert progress.refused is None
    assert said == [
        "  Found 20 models",
        "  dbt 2 of 20 nodes",
        "  3 of 20 WARN 1 known",
        "  dbt 4 of 20 nodes",
        "  4 of 20 FAIL 2 sums",
        "  5 of 20 SKIP relation",
        "  FAIL sums: 1 row(s)",
        "    seeds: a.csv, line 2",
        "  Traceback (most recent call last):",
        '  {"not": "an event"}',
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [event("MainEncounteredError", "error", "[Errno 28] No space left on device: '/t/m.json'")],
        [
            event("StackTrace", "error", "[Errno 28] No space left on device: '/t/m.json'\n"),
            event("StackTrace", "error", "Traceback (most recent call last):\n  '/t/m.json'\n"),
        ],
        [
            "--- Logging error ---",
            "Traceback (most recent call last):",
            "OSError: [Errno 28] No space left on device: '/t/m.json'",
        ],
        [
            event(
                "LogModelResult",
                "error",
                'IO Error: Could not write file "/t/m.json": No space left on device',
            )
        ],
    ],
    ids=["an error", "a stack", "the log", "DuckDB"],
)
def test_a_full_disk_under_dbt_is_told_by_its_path(lines: list[str]):
    said: list[str] = []
    progress = dbt.Progress(said.append, ROOT)
    for line in lines:
        progress.hear(line)
    progress.end()
    assert progress.refused.startswith("/t/m.json cannot be written: the disk is full")
    assert not any("OSError" in line or "Logging error" in line for line in said)


# Starts the child's own watch, then holds a file as dbt would, until someone ends it.
HOLDER = """
import sys, time
from orchestration import dbt_process
import duckdb
dbt_process.end_with_parent()
held = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(60)
"""
PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1], sys.argv[2]], stdin=subprocess.PIPE)
print(child.pid, flush=True)
child.wait()
"""


def test_a_killed_parent_leaves_no_child_that_holds_the_file(tmp_path: Path):
    path = tmp_path / "warehouse.build.duckdb"
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, HOLDER, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    said = sorted(parent.stdout.readline().strip() for _ in range(2))
    assert said[1] == "held"
    with pytest.raises(CandidateUnusable, match=rf"process {said[0]}; `kill {said[0]}` ends it"):
        candidate.connect(path, read_only=False)
    parent.kill()
    parent.wait()
    for _ in range(100):
        try:
            candidate.connect(path, read_only=False).close()
            return
        except CandidateUnusable:
            time.sleep(0.1)
    pytest.fail("the child still holds the file ten seconds after its parent was killed")


# A step of Dagster: starts dbt as the assets do, and waits for it.
STEP = """
import sys
from pathlib import Path
from orchestration import resources, settings
resources.ROOT = Path(sys.argv[1])
dbt = resources.dbt_resource(settings.load())
run = dbt.cli(["build"], target_path=resources.ROOT / "target")
print("dbt is", run.process.pid, flush=True)
run.wait()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_step_of_dagster_leaves_no_dbt(tmp_path: Path):
    root = tmp_path / "project"
    small_project(root)
    endless = "select count(*) as n from range(1000000) as a(i), range(1000000) as b(j)"
    (root / "models" / "endless.sql").write_text(f"{endless} where i * j % 7 = 1\n")
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("NETZERO_", "DBT_"))}
    step = subprocess.Popen(
        [sys.executable, "-c", STEP, str(root)],
        cwd=root,
        env=kept | {"PYTHONPATH": str(root), "DAGSTER_HOME": ""},
        stdout=subprocess.PIPE,
        text=True,
    )
    child = next(line for line in step.stdout if line.startswith("dbt is"))
    dbt_process = psutil.Process(int(child.split()[-1]))
    assert "orchestration.dbt_process" in dbt_process.cmdline()
    while not (root / "target" / "warehouse.build.duckdb").exists():  # it works on the candidate
        assert step.poll() is None, step.stdout.read()
        time.sleep(0.1)
    step.kill()
    step.wait()
    assert psutil.wait_procs([dbt_process], timeout=10)[1] == []


PROJECT = {
    "dbt_project.yml": "name: small\nprofile: netzero_tw\nmodel-paths: [models]\n",
    "models/one.sql": "select 1 as one\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dbt project of one model with the real profile."""
    root = tmp_path / "project"
    for name, text in PROJECT.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    shutil.copyfile(ROOT / "profiles.yml", root / "profiles.yml")
    monkeypatch.setattr(dbt, "ROOT", root)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return root


def built(settings: Settings) -> list[str]:
    """Build; returns what was said."""
    said: list[str] = []
    dbt.run(settings, "build", say=said.append)
    with duckdb.connect(str(settings.build_db), read_only=True) as connection:
        assert connection.sql("from main.one").fetchall() == [(1,)]
    return said


def test_one_parse_serves_builds_into_other_folders(project: Path, tmp_path: Path):
    at_home = settings_in(project)
    first = built(at_home)
    assert any("Unable to do partial parsing" in line for line in first)
    elsewhere = built(settings_in(tmp_path / "elsewhere"))
    assert not any("partial parsing" in line for line in elsewhere)
    environment = {n: v for n, v in os.environ.items() if not n.startswith(("NETZERO_", "DBT_"))}
    plain = subprocess.run(
        [dbt.EXECUTABLE, "parse", "--target-path", "target", "--profiles-dir", "."],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "partial parsing" not in plain.stdout


def test_memory_is_also_known_where_the_system_forgets_it(monkeypatch: pytest.MonkeyPatch):
    """Windows keeps no peak of children that ended; psutil looks at them while they run."""
    monkeypatch.setattr(measure, "resource", None)
    code = "x = bytearray(80_000_000); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        child.stdout.readline()
        with measure.watched(child.pid, every=0.01):
            time.sleep(0.1)
        child.communicate(b"\n")
    found = measure.peak_memory_mb()
    assert 80 < found["largest_child"] < 400
    assert found["this_process"] > 10
