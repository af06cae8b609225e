"""Kills commands at points drawn by a seed, and asks each time what readers and the next run find.

    python tests/python/crashes.py FOLDER            # 100 kills; NETZERO_KILLS, NETZERO_SEED

Belongs here: the stages, what must hold after each kill, the table. Does not: killing itself
(crash_points.py), builds, which are processes of their own (crash_builds.py).
"""

import gc
import importlib
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import yaml

import crash_points
import fetch_case
from conftest import gate_of, make_candidate, settings_in
from landing_case import EXTRACTS
from orchestration import cli, inputs
from orchestration import settings as settings_module
from orchestration.candidate import sha256_of
from orchestration.checks import engine
from orchestration.fetch.connectors import moenv
from orchestration.landing import contract
from orchestration.publish import manifest, swap
from orchestration.settings import ROOT, Settings
from replay_server import ReplayServer, pages

KILLS = int(os.environ.get("NETZERO_KILLS", "100"))
SEED = int(os.environ.get("NETZERO_SEED", "20261121"))
SHARES = {"publish": 0.26, "land": 0.36, "gate": 0.1, "fetch": 0.24, "build": 0.04}


def kills_of(stage: str) -> int:
    """How many of the kills a stage gets; `build` gets what rounding leaves."""
    counts = {name: int(KILLS * share) for name, share in SHARES.items()}
    counts["build"] += KILLS - sum(counts.values())
    return counts[stage]


@dataclass
class Stage:
    """One command in a folder of its own: how it gets work, how it is run, what must hold."""

    name: str
    root: Path
    renew: Callable[[int], None]
    act: Callable[[], int]
    faults: Callable[[bool], list[str]]  # True: after a run that ended by itself
    writes: Path  # the folder that a read-only disk is played for
    grows: str = "^$"  # shapes of which there may be more after each run


@dataclass
class Report:
    """What the kills of one stage did."""

    stage: str
    kills: int = 0
    at_a_change: int = 0
    at_a_moment: int = 0
    of_the_group: int = 0
    too_late: int = 0  # the run had ended: drawn again
    faults: list[str] = field(default_factory=list)


def faults_of_release(publish_dir: Path, expected: set[str] | None = None) -> list[str]:
    """What is wrong with the release readers see; `expected` are the releases it may be."""
    current = swap.current_release(publish_dir)
    if current is None:
        return ["nothing is published"]
    folder = publish_dir / "releases" / current
    facts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    found = [] if expected is None or current in expected else [f"{current} is current"]
    if there - {"manifest.json"} != set(facts["files"]):
        found.append(f"{current} has other files than its manifest")
    for name, stated in facts["files"].items():
        if not (folder / name).exists() or sha256_of(folder / name) != stated["sha256"]:
            found.append(f"{name} is not the one of the manifest")
    with duckdb.connect(str(publish_dir / "warehouse.duckdb"), read_only=True) as connection:
        for mart, told in facts["marts"].items():
            (count,) = connection.execute(f'select count(*) from marts."{mart}"').fetchone()
            in_parquet = pq.read_metadata(publish_dir / "marts" / f"{mart}.parquet").num_rows
            if {count, in_parquet} != {told["row_count"]}:
                found.append(f"{mart} counts {count} and {in_parquet}, not {told['row_count']}")
    return found


def shapes(root: Path) -> Counter:
    """Every file, link and folder below `root`, with dates, hashes and ids taken out of names."""
    names = (p.relative_to(root).as_posix() for p in root.rglob("*") if p.name != "printed.txt")
    varies = r"[0-9a-f]{64}|\d{8}T[\d.]+Z-\w+|\d{4}-\d\d-\d\d(_\w+)?"
    return Counter(re.sub(varies, "#", name) for name in names)


def left_over(stage: Stage, clean: Counter) -> list[str]:
    """What is there beside what a run that nobody killed leaves."""
    more = shapes(stage.root) - clean
    return [
        f"{name} was left over"
        for name in more
        if name not in clean or not re.search(stage.grows, name)
    ]


def kill_again_and_again(stage: Stage, kills: int, seed: int) -> Report:
    """Kill `stage` `kills` times, run it whole after each; returns what was found."""
    draw, report = random.Random(f"{seed} {stage.name}"), Report(stage.name)
    printed, clean = stage.root.parent / f"{stage.name}.txt", Counter()
    changes, seconds = 1, 1.0
    for number in range(3 * kills):
        stage.renew(number)
        if number > 0 and report.kills < kills:
            alone, at_change = draw.random() < 0.5, draw.random() < 0.7
            at = draw.randint(1, changes)
            after = draw.uniform(0, seconds)
            then = crash_points.die(alone) if at_change else None
            ended = crash_points.run(
                stage.act,
                printed,
                watch=partial(crash_points.Changes, at if then else None, then),
                after=None if at_change else after,
                alone=alone,
            )
            where = f"round {number}, " + (
                f"change {at} of {changes}" if at_change else f"{after:.3f} of {seconds:.3f} s"
            )
            dbt_alone = alone and ended.code == 1 and "dbt build" in ended.printed
            if ended.code != crash_points.KILLED and not dbt_alone:
                report.too_late += 1
                if ended.code:
                    report.faults.append(f"{where}: ended with {ended.code}: {ended.printed}")
            else:
                report.kills += 1
                report.at_a_change += at_change
                report.at_a_moment += not at_change
                report.of_the_group += not alone
            found = [*stage.faults(False), *([ended.left] if ended.left else [])]
            report.faults += [f"{where}: {fault}" for fault in found]
        ended = crash_points.run(stage.act, printed)
        if ended.code:
            report.faults.append(f"round {number}: the next run failed: {ended.printed}")
            return report
        changes, seconds = ended.changes, ended.seconds
        found = stage.faults(True)
        clean = clean or shapes(stage.root)
        report.faults += [f"round {number}: {f}" for f in (*found, *left_over(stage, clean))]
        if report.kills == kills:
            return report
    report.faults.append(f"only {report.kills} of {kills} kills met a running command")
    return report


def command(settings: Settings, *arguments: str) -> Callable[[], int]:
    """A command as `python3 -m orchestration` runs it, with these settings."""

    def act() -> int:
        settings_module.load = lambda env=None: settings
        sys.argv = [str(ROOT / "orchestration" / "cli.py"), *arguments]
        return cli.main(list(arguments))

    return act


def write_suites(suites: Path) -> None:
    """Suites about the one mart with numbers."""
    for boundary in ("landed", "published"):
        (suites / boundary).mkdir(parents=True)
        (suites / boundary / "fct_thing.py").write_text(
            "from vocabulary import between\n"
            "EXPECTATIONS = [between('quantity', 0, 1e6, 'as in a test')]\n"
        )
    expectations = ROOT / "tests" / "expectations"
    (suites / "vocabulary.py").write_bytes((expectations / "vocabulary.py").read_bytes())
    limits = yaml.safe_load((expectations / "drift.yml").read_text(encoding="utf-8"))
    (suites / "drift.yml").write_text(yaml.safe_dump({**limits, "marts": {}}), encoding="utf-8")


def prepared(root: Path) -> Settings:
    """A candidate that the gate passed."""
    write_suites(root / "suites")
    settings = replace(settings_in(root), keep_releases=2, expectations_dir=root / "suites")
    make_candidate(settings)
    gate_of(settings)
    return settings


def publishing(root: Path) -> Stage:
    settings, allowed = prepared(root), set()

    def renew(number: int) -> None:
        make_candidate(settings, quantity=number + 0.5)
        gate_of(settings)
        allowed.clear()
        allowed.update(swap.releases(settings.publish_dir))

    def faults(settled: bool) -> list[str]:
        found = faults_of_release(settings.publish_dir) if allowed or settled else []
        kept = swap.releases(settings.publish_dir)
        if settled and swap.current_release(settings.publish_dir) in allowed:
            found.append("the next run published nothing")
        if settled and len(kept) > settings.keep_releases + 1:
            found.append(f"{len(kept)} releases pile up")
        return found

    act, grows = command(settings, "publish"), "published/releases/#"
    return Stage("publish", root, renew, act, faults, settings.publish_dir, grows)


def gating(root: Path) -> Stage:
    settings = prepared(root)
    first = crash_points.run(command(settings, "publish"), root.parent / "gate.txt")
    assert first.code == 0, first.printed
    (release,) = swap.releases(settings.publish_dir)

    def faults(settled: bool) -> list[str]:
        return faults_of_release(settings.publish_dir, {release})

    return Stage(
        "gate", root, lambda number: None, command(settings, "gate"), faults, settings.target_dir
    )


OWN, GHG = "activity_data_2024.csv", "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"


def landing(root: Path) -> Stage:
    """An own file that is replaced, one that gets another date, and vintages that are new."""
    settings = replace(settings_in(root), landing_dir=root / "landing")
    template = (ROOT / "docs" / "templates" / "en").glob("activity_data*.csv")
    header = next(template).read_text(encoding="utf-8-sig").splitlines()[0]
    extract = (EXTRACTS / "ghg_p_01_2022-08.csv").read_text(encoding="utf-8")
    extract = extract.replace("113.50", "no number")
    raw: dict[str, str] = {}

    def put(name: str, text: str) -> None:
        path = settings.landing_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        raw[name] = sha256_of(path)

    def renew(number: int) -> None:
        row = ",".join(f"{number}" for _ in header.split(","))
        put(OWN, "\n".join([header, row, row, ""]))
        put(GHG, extract)
        put(f"{GHG}.meta.yml", f"vintage_date: 2030-05-{1 + number % 28:02d}\n")
        if number % 8 == 0:
            later = f"moenv_ghg_p_01/ghg_p_01_{2031 + number // 8}-05-01.csv"
            put(later, extract.replace("二路2號", f"二路{number}號"))

    def faults(settled: bool) -> list[str]:
        found = [n for n, sha in raw.items() if sha256_of(settings.landing_dir / n) != sha]
        found = [f"{name} is not what was put there" for name in found]
        own = [pq.read_table(p) for p in (settings.landed_dir / "activity_data").glob("*.parquet")]
        if own and [table.num_rows for table in own] != [2]:
            found.append(f"the own file counts {[table.num_rows for table in own]} rows")
        return found + (faults_of_lists(settings.landed_dir) if settled else [])

    return Stage(
        "land",
        root,
        renew,
        command(settings, "land"),
        faults,
        settings.landed_dir,
        "^landing/|_archive/#|/ghg_p_01/#",
    )


ROWS, PAGE = 19, 7  # three pages, and fewer rows than are judged by share


def fetching(root: Path, server: ReplayServer) -> Stage:
    """A set of three pages, with one address changed each time: a new file of the same day."""
    settings = replace(settings_in(root), landing_dir=root / "landing")
    os.environ |= {"NETZERO_ENDPOINT_MOENV": server.url, "NETZERO_MOENV_KEY": fetch_case.KEY}
    moenv.LIMIT = PAGE
    raw: dict[Path, str] = {}

    def renew(number: int) -> None:
        rows = fetch_case.plants(ROWS)
        rows[0]["companyaddr"] = f"{number}號"
        server.play(fetch_case.GHG, pages(rows, key=["app_year", "controlno"]))

    def files() -> list[Path]:
        return [p for p in (root / "landing" / "moenv_ghg_p_01").glob("*") if p.is_file()]

    def faults(settled: bool) -> list[str]:
        found = [f"{p.name} is lost or other" for p in raw if sha256_of(p) != raw[p]]
        raw.update({p: sha256_of(p) for p in files()})
        if settled:
            notes = {p for p in files() if p.name.endswith(".meta.yml")}
            bare = [
                p.name for p in files() if p not in notes and Path(f"{p}.meta.yml") not in notes
            ]
            found += [f"{name} has no note" for name in bare]
            found += faults_of_lists(settings.landed_dir)
            listed = pq.read_table(settings.landed_dir / "_files.parquet")
            if listed["landed_count"].to_pylist() != [ROWS] * (len(files()) - len(notes)):
                found.append("a file is not landed, or not whole")
        return found

    grows = "^landing/moenv|_archive/#|/ghg_p_01/#"
    act = command(settings, "fetch", "ghg_p_01")
    return Stage("fetch", root, renew, act, faults, root / "landing", grows)


def faults_of_lists(landed: Path) -> list[str]:
    """Whether every landed row is accepted or quarantined, and every accepted one is there."""
    lists = {
        n: pq.read_table(landed / f"_{n}.parquet").to_pylist() for n in ("files", "quarantine")
    }
    quarantined = Counter(row["source_release_key"] for row in lists["quarantine"])
    there = Counter()
    for path in landed.glob("[!_]*/*.parquet"):
        there.update(pq.read_table(path)["source_release_key"].to_pylist())
    found = []
    for row in lists["files"]:
        key, counts = row["source_release_key"], (row["accepted_count"], row["quarantined_count"])
        if counts != (there.pop(key, 0), quarantined[key]) or sum(counts) != row["landed_count"]:
            found.append(f"{key}: {row['landed_count']} landed, {counts} accepted and quarantined")
    return found + [f"{key} is in no list" for key in there]


def main(folder: Path, only: list[str]) -> list:
    """Every stage, or only some; prints a row for each."""
    from crash_builds import building
    from crash_disks import refuse_in_all_ways

    for name in ("dbt.cli.main", "dbt.adapters.duckdb", "dbt.parser.manifest", "dbt.task.build"):
        importlib.import_module(name)  # once, before the forks
    engine.load()
    swap.GRACE_SECONDS = 0
    inputs.CODE = ("dbt_project.yml", "profiles.yml")  # the whole project takes longer than a run
    manifest.code_version = dict  # and so does git
    contract.load_all = cache(contract.load_all)
    sys.modules["orchestration.landing.run"].load_all = contract.load_all
    reports = []
    gc.freeze()  # a fork would copy what a look for garbage touches
    with ReplayServer() as server:
        stages = {
            "fetch": partial(fetching, server=server),
            "land": landing,
            "build": building,
            "gate": gating,
            "publish": publishing,
        }
        for name, make in stages.items():
            if only and name not in only:
                continue
            (folder / name).mkdir(parents=True)
            stage = make(folder / name)
            for done in (
                kill_again_and_again(stage, kills_of(name), SEED),
                refuse_in_all_ways(stage, SEED, max(1, KILLS // 100)),
            ):
                print(json.dumps(vars(done)), flush=True)
                reports.append(done)
    return reports


if __name__ == "__main__":
    from crashes import main  # not this copy of it, which crash_builds does not know

    sys.exit(any(report.faults for report in main(Path(sys.argv[1]), sys.argv[2:])))
