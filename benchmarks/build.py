"""What the default build costs, step by step, in wall and CPU seconds, as rows of a table.

Everything is made in a folder of its own; the project's candidate and release stay as they are.

    .venv/bin/python benchmarks/build.py                       # every step once
    .venv/bin/python benchmarks/build.py --repeat 3            # the middle one of three
    .venv/bin/python benchmarks/build.py --steps parse nothing # only these
    .venv/bin/python benchmarks/build.py --steps setup         # a new environment, and its cost

Belongs here: timing and counting. Does not: the sizes of inventories and portfolios (inventory.py,
temperature_scores.py).
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLI = [sys.executable, "-m", "orchestration.cli"]
DBT = [str(Path(sys.executable).parent / "dbt"), "--quiet"]
SETUP = "from orchestration import bootstrap; from pathlib import Path;"


@dataclass(frozen=True)
class Cost:
    """Wall and CPU (user and system) seconds of a command and all that it started."""

    wall: float
    cpu: float


def measured(command: list[str], environment: dict[str, str]) -> Cost:
    """Run a command to its end. Raises CalledProcessError, with what it printed, if it fails."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-3000:], file=sys.stderr)
        raise subprocess.CalledProcessError(done.returncode, command)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(wall, cpu)


def environment_in(folder: Path) -> dict[str, str]:
    """The environment of a build into `folder` alone."""
    return {
        **os.environ,
        "NETZERO_BUILD_DB": str(folder / "warehouse.build.duckdb"),
        "NETZERO_PUBLISH_DIR": str(folder / "published"),
        "NETZERO_LANDED": str(folder / "landed"),
        "DBT_TARGET_PATH": str(folder / "target"),
        "DBT_LOG_PATH": str(folder / "logs"),
    }


def nodes(folder: Path) -> dict[str, int]:
    """How many nodes of each kind the project has, by dbt's manifest."""
    manifest = json.loads((folder / "target" / "manifest.json").read_text(encoding="utf-8"))
    found = Counter(node["resource_type"] for node in manifest["nodes"].values())
    return {**found, "unit test": len(manifest["unit_tests"])}


def steps(folder: Path, environment: dict[str, str]) -> dict[str, list[tuple[str, Callable]]]:
    """Name -> what is said of it, and how it is measured, in the order that they need."""
    parse = [*DBT, "parse", "--profiles-dir", str(ROOT)]
    kept = ["target/run_results.json", "target/gate_result.json"]

    def run(*command: str) -> Callable[[], Cost]:
        return lambda: measured(list(command), environment)

    def setup() -> Cost:
        with tempfile.TemporaryDirectory() as place:
            code = f"{SETUP} bootstrap.ensure_environment('build', Path({place!r}) / 'venv')"
            return measured([sys.executable, "-c", code], environment)

    def published_again() -> Cost:
        assert all((folder / name).exists() for name in kept), "run the step `build` before it"
        return measured([*CLI, "publish"], environment)

    return {
        "setup": [("set-up of an environment for `build`", setup)],
        "parse": [
            ("`dbt parse`, cold", run(*parse, "--no-partial-parse")),
            ("`dbt parse`, warm", run(*parse)),
        ],
        "build": [("`build --force`: dbt, gate, publish", run(*CLI, "build", "--force"))],
        "gate": [("`gate` alone", run(*CLI, "gate"))],
        "publish": [("`publish` alone", published_again)],
        "nothing": [("`build` in which nothing changed", run(*CLI, "build"))],
    }


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    known = ("setup", "parse", "build", "gate", "publish", "nothing")
    parser.add_argument("--steps", nargs="+", choices=known, default=known[1:])
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="keep and go on in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (options.folder or Path(temporary)).resolve()
        environment = environment_in(folder)
        print("| what | wall, s | CPU, s |\n|---|---|---|")
        for name, rows in steps(folder, environment).items():
            for what, measure in rows if name in options.steps else []:
                costs = [measure() for _ in range(options.repeat)]
                wall = statistics.median(cost.wall for cost in costs)
                cpu = statistics.median(cost.cpu for cost in costs)
                print(f"| {what} | {wall:.1f} | {cpu:.1f} |", flush=True)
        if (folder / "target" / "manifest.json").exists():
            told = ", ".join(f"{count:,} {kind}s" for kind, count in nodes(folder).items())
            print(f"\nNodes: {told}.")
        results = folder / "target" / "run_results.json"
        if results.exists():
            run = json.loads(results.read_text(encoding="utf-8"))["results"]
            print(f"`build` ran {len(run):,} of them.")


if __name__ == "__main__":
    main()
