"""Kills whole builds: the command, its dbt, or both, as processes of their own.

Belongs here: a project of two small marts to build, and killing builds of any project. Does not:
stages that run in forks and what must hold of a release (crashes.py).
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psutil
import yaml

import crash_points
from crashes import (
    Report,
    Stage,
    command,
    faults_of_release,
    left_over,
    shapes,
    write_suites,
)
from orchestration import candidate, dbt, dbt_process
from orchestration.publish import swap
from orchestration.settings import ROOT, Settings
from project_copy import settings_of

GROWS = "published/releases|^logs/|^target/(run|compiled)"
KINDS = ("command alone", "command group", "dbt alone", "dbt group")
MODELS = {
    "dim_thing": "select unit_code as code, name_zh from {{ ref('ref_thing') }}",
    "fct_thing": "select i as year, i / 7.0 as quantity from range(50000) as t(i)",
}


def small_project(root: Path) -> Settings:
    """The commands of this project with a dbt project of one seed and two marts."""
    kept = ("generate_schema_name.sql", "record_invocation.sql")
    (root / "macros").mkdir(parents=True)
    for name in kept:
        shutil.copy2(ROOT / "macros" / "runtime" / name, root / "macros")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "orchestration", root / "orchestration", ignore=ignored)
    for name in ("profiles.yml", "pyproject.toml", "seeds/factors/fac_gwp.csv"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, root / name)
    shutil.copy2(ROOT / "seeds" / "reference" / "ref_unit.csv", root / "seeds" / "ref_thing.csv")
    project = yaml.safe_load((ROOT / "dbt_project.yml").read_text(encoding="utf-8"))
    project["models"] = {"netzero_tw": {"+schema": "marts", "+materialized": "table"}}
    project["on-run-end"] = ["{{ record_invocation() }}"]
    (root / "dbt_project.yml").write_text(yaml.safe_dump(project), encoding="utf-8")
    (root / "models").mkdir()
    for name, sql in MODELS.items():
        (root / "models" / f"{name}.sql").write_text(sql + "\n", encoding="utf-8")
    write_suites(root / "tests" / "expectations")
    return settings_of(root)


class Forked:
    """Stands for subprocess.Popen where a command starts its dbt: a fork, with dbt imported."""

    def __init__(self, command: list[str], *, cwd: Path, env: dict[str, str], **how) -> None:
        read, write = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.dup2(write, 1)
                os.dup2(write, 2)
                os.chdir(cwd)
                os.environ.clear()
                os.environ.update(env)
                sys.argv = command[2:]
                dbt_process.main()
            except SystemExit as ended:
                sys.stdout.flush()
                os._exit(int(ended.code or 0))
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(70)
        os.close(write)
        self.stdout, self.returncode = os.fdopen(read, encoding="utf-8", errors="replace"), None

    def __enter__(self) -> "Forked":
        return self

    def __exit__(self, *error: object) -> None:
        self.stdout.close()
        self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def building(root: Path) -> Stage:
    """`build --force` of the small project at `root`, its dbt being a fork."""
    settings = replace(small_project(root), keep_releases=2)
    run = command(settings, "build", "--force")

    def act() -> int:
        for name, module in list(sys.modules.items()):
            if name.startswith("orchestration.") and hasattr(module, "ROOT"):
                module.ROOT = root
        dbt.subprocess = SimpleNamespace(**vars(subprocess) | {"Popen": Forked})
        return run()

    return Stage(
        "build", root, lambda number: None, act, faults_of(settings), settings.target_dir, GROWS
    )


def real_build(root: Path) -> Stage:
    """The build of the copy of the project at `root`, for `kill_builds`."""
    settings = settings_of(root)
    grows = GROWS + "|^target/"  # dbt keeps a compiled file of each node it came to
    return Stage("build", root, lambda number: None, lambda: 0, faults_of(settings), root, grows)


def faults_of(settings: Settings) -> Callable[[bool], list[str]]:
    """What must hold after a build, killed or not."""

    def faults(settled: bool) -> list[str]:
        first = swap.current_release(settings.publish_dir) is None
        found = [] if first and not settled else faults_of_release(settings.publish_dir)
        if settled and candidate.wal_of(settings.build_db).exists():
            found.append("the candidate has a write-ahead log")
        return found

    return faults


class Builds:
    """Runs of `build --force` of the project at `root`, and where to end them."""

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root.parent / "site"
        self.site.mkdir()
        (self.site / "sitecustomize.py").write_text(
            "import crash_points\ncrash_points.from_environment()\n", encoding="utf-8"
        )
        self.changes: dict[str, int] = {}
        self.seconds = 0.0

    def start(self, point: str) -> subprocess.Popen:
        """A build in a group of its own that ends at `point` (see crash_points)."""
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("NETZERO_", "DBT_"))}
        path = os.pathsep.join([str(self.site), str(Path(__file__).parent), str(self.root)])
        told = {"CRASH_POINT": point, "CRASH_COUNTS": str(self.site), "PYTHONPATH": path}
        return subprocess.Popen(
            [sys.executable, "-m", "orchestration.cli", "build", "--force"],
            cwd=self.root,
            env=kept | told,
            stdout=(self.site / "printed.txt").open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def whole(self) -> str | None:
        """A build that nobody kills; returns what it printed if it failed."""
        start = time.perf_counter()
        code = self.start("command:0:alone").wait()
        self.seconds = time.perf_counter() - start
        if code:
            return self.printed()
        self.changes = {w: int((self.site / w).read_text()) for w in ("command", "dbt")}
        return None

    def printed(self) -> str:
        return (self.site / "printed.txt").read_text(encoding="utf-8", errors="replace")


def kill_builds(stage: Stage, kills: int, seed: int) -> Report:
    """Kill builds `kills` times, in turn in the four ways, and build whole after each."""
    draw, report, builds = random.Random(f"{seed} build"), Report("build"), Builds(stage.root)
    failed = builds.whole()
    if failed:
        report.faults.append(f"the first build failed: {failed}")
        return report
    clean = shapes(stage.root)
    for number in range(kills):
        who, how = KINDS[number % 4].split()
        at_change = draw.random() < 0.5
        at = draw.randint(1, builds.changes[who])
        moment = draw.uniform(0.1, 0.95) * builds.seconds
        point = f"{who}:{at}:{how}" if at_change else "nobody:1:alone"
        where = f"{number}: {who} {how}, " + (f"change {at}" if at_change else f"{moment:.2f} s")
        process = builds.start(point)
        if not at_change:
            time.sleep(moment)
            _kill(process.pid, who, how)
        code = process.wait()
        report.kills += 1
        report.at_a_change += at_change
        report.at_a_moment += not at_change
        report.of_the_group += how == "group"
        alone_dbt = (who, how) == ("dbt", "alone")
        if code == 0 and not at_change:
            report.too_late += 1  # there was no dbt to kill any more
        elif code != (1 if alone_dbt else crash_points.KILLED):
            report.faults.append(f"{where}: ended with {code}: {builds.printed()}")
        if "Traceback" in builds.printed():
            report.faults.append(f"{where}: a traceback: {builds.printed()}")
        lost = crash_points.lost(process.pid, 5.0)
        report.faults += [
            f"{where}: {f}" for f in (*stage.faults(False), *([lost] if lost else []))
        ]
        failed = builds.whole()
        found = [f"the next build failed: {failed}"] if failed else stage.faults(True)
        report.faults += [f"{where}: {f}" for f in (*found, *left_over(stage, clean))]
    return report


def _kill(pid: int, who: str, how: str) -> None:
    with suppress(ProcessLookupError, psutil.NoSuchProcess):
        if how == "group":
            os.killpg(pid, signal.SIGKILL)
        elif who == "command":
            os.kill(pid, signal.SIGKILL)
        else:
            for child in psutil.Process(pid).children():
                child.kill()
