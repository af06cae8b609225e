"""What the inventory of many plants costs, from the CSV to the ranked hotspots.

1,000, 10,000 and 100,000 rows of activity data: those of the English template, repeated for
organisation after organisation. They are landed and built by the project's own commands into a copy
of the candidate warehouse; the seconds of the models are those that dbt measured.

    .venv/bin/dbt build                       # once: the candidate that is copied
    .venv/bin/python benchmarks/inventory.py
    .venv/bin/python benchmarks/inventory.py --sizes 100000

Belongs here: generating, timing, memory. Does not: any rule of an inventory.
"""

import argparse
import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TEMPLATE = ROOT / "docs" / "templates" / "en" / "activity_data.csv"
MODELS = (
    "stg_own_plant__activity_data int_inventory__* fct_inventory_line inventory_summary"
    " inventory_sensitivity inventory_hotspot int_inventory_use__sum_plant inventory_carbon_fee"
)


def generate(path: Path, rows: int) -> None:
    """The template's rows under as many organisations as it takes."""
    with TEMPLATE.open(encoding="utf-8", newline="") as file:
        header, *template = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for i in range(rows):
            writer.writerow(
                [f"organisation {i // len(template)}", *template[i % len(template)][1:]]
            )


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of a command, and the peak memory of it or of any command before it, in MB."""
    start = time.perf_counter()
    done = subprocess.run(
        command, check=False, cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return time.perf_counter() - start, resource.getrusage(
        resource.RUSAGE_CHILDREN
    ).ru_maxrss / 1024


def run(candidate: Path, rows: int) -> None:
    """Land and build one size, and print a row of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "files").mkdir()
        generate(folder / "files" / "activity_data.csv", rows)
        shutil.copyfile(candidate, folder / "warehouse.build.duckdb")
        environment = os.environ | {
            "NETZERO_BUILD_DB": str(folder / "warehouse.build.duckdb"),
            "NETZERO_LANDED": str(folder / "landed"),
            "NETZERO_DUCKDB_THREADS": "2",
            "DBT_TARGET_PATH": str(folder / "target"),
            "DBT_LOG_PATH": str(folder / "logs"),
        }
        landing, landing_mb = measured(
            [str(BIN / "python"), "-m", "orchestration.cli", "land", str(folder / "files")],
            environment,
        )
        _, dbt_mb = measured(
            [str(BIN / "dbt"), "run", "--quiet", "--select", *MODELS.split()], environment
        )
        results = json.loads((folder / "target" / "run_results.json").read_text(encoding="utf-8"))[
            "results"
        ]
        seconds = sum(result["execution_time"] for result in results)
        print(
            f"| {rows:,} | {landing:.1f} | {seconds:.1f} | {max(landing_mb, dbt_mb):.0f} |",
            flush=True,
        )


def main() -> None:
    """Run every size, the smallest first, so that the peak is that of the size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument(
        "--candidate", type=Path, default=ROOT / "target" / "warehouse.build.duckdb"
    )
    arguments = parser.parse_args()
    if not arguments.candidate.exists():
        sys.exit(f"{arguments.candidate} is not there; run .venv/bin/dbt build first.")
    print("| rows | landing, s | models, s | peak memory, MB |\n|---|---|---|---|")
    for rows in sorted(arguments.sizes):
        run(arguments.candidate, rows)


if __name__ == "__main__":
    main()
