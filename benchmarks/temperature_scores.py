"""What temperature scores of a large portfolio cost: 1,000 to 100,000 companies held by one fund.

Each company has 2.38 targets. The generated files are landed as own files are; the SQL is the
project's own: dbt compiles the models against what was landed, and DuckDB runs what it compiled, in
a copy of the candidate warehouse, from the landed cells to the scores of the fund. `seconds` has no
part of the landing, which stands beside it. Companies and targets follow from their number alone,
no random state.

    .venv/bin/dbt build                              # once: the candidate that is copied
    .venv/bin/python benchmarks/temperature_scores.py
    .venv/bin/python benchmarks/temperature_scores.py --sizes 100000 --threads 1

Belongs here: generating, timing, memory. Does not: any rule of the method.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from orchestration import landing  # noqa: E402  the project is no installed package

DBT = Path(sys.executable).parent / "dbt"
TARGETS_PER_COMPANY = 2.38
# the one door of own data and the steps of the method, wherever their files lie
STEPS = ("stg_own_plant__row", "int_own__", "int_temperature__")
FILES = ("companies.csv", "targets.csv", "portfolio.csv")
MARTS = ("company_temperature_score", "fund_temperature_score")
# a share, a year or a name that follows from the number of a row and a word
DRAW = "(hash(i::varchar || '{0}') % 1000000 / 1000000.0)"


def generate(folder: Path, companies: int) -> int:
    """Write companies.csv, targets.csv and portfolio.csv; returns the number of targets."""
    targets = round(companies * TARGETS_PER_COMPANY)

    def draw(word: str) -> str:
        return DRAW.format(word)

    def pick(word: str, *values: str) -> str:
        listed = ", ".join(repr(v) for v in values)
        return f"list_value({listed})[1 + cast(floor({draw(word)} * {len(values)}) as integer)]"

    isic = pick("isic", "C2410", "C2394", "D3510", "K6419", "B0610", "H5110", "C2620", "")
    sectors = ("Cement", "Oil", "Steel", "Aluminum", "Power")
    metric = pick("metric", "Revenue", "Product", *sectors, "Other")
    with duckdb.connect() as connection:
        connection.execute("set threads = 2; set preserve_insertion_order = true")
        connection.execute(f"""
            copy (
                select 'C' || i as company_id, 'Generated ' || i as company_name,
                    {isic} as isic,
                    round({draw("s12")} * 1e6, 3) as ghg_s1s2,
                    round({draw("s3")} * 1e6, 3) as ghg_s3,
                    round(1e6 + {draw("cap")} * 1e9) as company_market_cap,
                    round(1e6 + {draw("ev")} * 1e9) as company_enterprise_value,
                    round(1e6 + {draw("cash")} * 1e9) as company_ev_plus_cash,
                    round(1e6 + {draw("assets")} * 1e9) as company_total_assets,
                    round(1e6 + {draw("revenue")} * 1e9) as company_revenue
                from range({companies}) as r(i)
            ) to '{folder}/companies.csv' (header)
        """)
        connection.execute(f"""
            copy (
                select 'C' || (hash(i::varchar || 'company') % {companies}) as company_id,
                    'T' || i as target_id,
                    {pick("kind", "absolute", "absolute", "absolute", "intensity")} as target_type,
                    {metric} as intensity_metric,
                    {pick("scope", "S1+S2", "S1+S2", "S3", "S1+S2+S3", "S1", "S2")} as scope,
                    round(0.5 + {draw("c1")} / 2, 2) as coverage_s1,
                    round(0.5 + {draw("c2")} / 2, 2) as coverage_s2,
                    round({draw("c3")}, 2) as coverage_s3,
                    round({draw("ambition")}, 3) as reduction_ambition,
                    2015 + cast(floor({draw("base")} * 8) as integer) as base_year,
                    cast(null as integer) as start_year,
                    2022 + cast(floor({draw("end")} * 36) as integer) as end_year,
                    round({draw("b1")} * 1e6, 3) as base_year_ghg_s1,
                    round({draw("b2")} * 1e6, 3) as base_year_ghg_s2,
                    case when {draw("done")} < 0.05 then 1 end as achieved_reduction
                from range({targets}) as r(i)
            ) to '{folder}/targets.csv' (header)
        """)
        connection.execute(f"""
            copy (
                select 'ALL' as portfolio_id, 2024 as year, 4 as quarter, 'C' || i as company_id,
                    round(1 + {draw("held")} * 1e6) as investment_value
                from range({companies}) as r(i)
            ) to '{folder}/portfolio.csv' (header)
        """)
    return targets


def land(portfolio: Path, landed: Path) -> float:
    """Land the three files; returns the CPU seconds it took."""
    start = time.process_time()
    for name in FILES:
        if landing.run(portfolio / name, landed, say=lambda text: None):
            sys.exit(f"{portfolio / name} was refused")
    return time.process_time() - start


def compile_models(landed: Path, warehouse: Path, work: Path) -> list[dict]:
    """Compiled SQL of the models in the order they depend on each other, from dbt."""
    environment = os.environ | {
        "NETZERO_LANDED": str(landed),
        "NETZERO_BUILD_DB": str(warehouse),
        "DBT_TARGET_PATH": str(work / "target"),
        "DBT_LOG_PATH": str(work / "logs"),
    }
    command = [DBT, "compile", "--quiet", "--select", *(f"{step}*" for step in STEPS), *MARTS]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    nodes = json.loads((work / "target" / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    names = (*STEPS, *MARTS)
    wanted = {
        key: node
        for key, node in nodes.items()
        if node["resource_type"] == "model" and node["name"].startswith(names)
    }
    ordered: list[dict] = []
    placed: set[str] = set()
    while len(placed) < len(wanted):
        for key, node in wanted.items():
            waits_for = set(node["depends_on"]["nodes"]) & wanted.keys() - placed
            if key not in placed and not waits_for:
                ordered.append(
                    {
                        "relation": node["relation_name"],
                        "kind": node["config"]["materialized"],
                        "sql": node["compiled_code"],
                    }
                )
                placed.add(key)
    return ordered


def measure(companies: int, threads: int, work: Path, source: Path) -> dict:
    """Generate, compile and run one size: seconds, peak memory and the sum of the scores."""
    portfolio, warehouse = work / "portfolio", work / source.name
    portfolio.mkdir(parents=True)
    targets = generate(portfolio, companies)
    shutil.copy(source, warehouse)
    landing_seconds = land(portfolio, work / "landed")
    models = compile_models(work / "landed", warehouse, work)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(f"set threads = {threads}; set temp_directory = '{work}/tmp'")
        start, start_cpu = time.perf_counter(), time.process_time()
        for model in models:
            made = f"create or replace {model['kind']} {model['relation']}"
            connection.execute(f"{made} as {model['sql']}")
        seconds = time.perf_counter() - start
        cpu_seconds = time.process_time() - start_cpu
        scores = connection.execute(
            "select count(*), count(*) filter (where not is_default), sum(temperature_score)"
            " from marts.company_temperature_score where source_kind_code = 'portfolio'"
        ).fetchone()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "companies": companies,
        "targets": targets,
        "threads": threads,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu_seconds, 2),
        "landing_cpu_seconds": round(landing_seconds, 2),
        "peak_mb": round(peak / 1024),
        "before_mb": round(before / 1024),
        "rows": scores[0],
        "from_targets": scores[1],
        "sum_of_scores": str(scores[2]),  # equal on every machine with the same DuckDB
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    source = ROOT / os.environ.get("NETZERO_BUILD_DB", "target/warehouse.build.duckdb")
    if not source.exists():
        sys.exit(f"{source}: there is no candidate warehouse; run .venv/bin/dbt build first")
    if arguments.one:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(arguments.one, arguments.threads, Path(folder), source)))
        return
    for size in arguments.sizes:  # each in a process of its own: peak memory never falls
        answer = subprocess.run(
            [sys.executable, __file__, "--one", str(size), "--threads", str(arguments.threads)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        print(answer.stdout.splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
