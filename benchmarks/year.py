"""A year of scheduled refreshes with a moving clock: what ran, what was skipped, refused, healed.

Every tick of every schedule of Dagster's definitions is evaluated in order. What is due is really
fetched from a replay server on this machine and really landed, with the clock of the tick; whether
a release is due is what the daily look says. Publishers and their faults are made up.

    .venv/bin/python benchmarks/year.py                     # the year; releases are counted
    .venv/bin/python benchmarks/year.py --build 01-28 12-31 # and built on these days
    .venv/bin/python benchmarks/year.py --days 31           # January alone

Belongs here: the clock, the order of events, the account. Does not: what publishers say
(publishers.py). What fails is tried again as by Dagster, without its minutes of waiting.
"""

import argparse
import contextlib
import heapq
import io
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "python"), str(ROOT / "benchmarks")]

from dagster import (  # noqa: E402
    AssetKey,
    DagsterInstance,
    RunRequest,
    SkipReason,
    build_schedule_context,
)
from dagster._utils.schedules import schedule_execution_time_iterator  # noqa: E402
from publications import Row  # noqa: E402
from publishers import Publishers  # noqa: E402

from orchestration import cli, drops, inputs, preflight, schedules  # noqa: E402
from orchestration import settings as settings_module  # noqa: E402
from orchestration.assets import landed as assets  # noqa: E402
from orchestration.checks import runner  # noqa: E402
from orchestration.checks.results import CRITICAL  # noqa: E402
from orchestration.errors import FetchFailed, RunStopped  # noqa: E402
from orchestration.fetch import Fetched  # noqa: E402
from orchestration.landing.contract import load_all  # noqa: E402
from orchestration.publish import swap  # noqa: E402
from orchestration.resources import RETRIES, TIMEZONE  # noqa: E402
from replay_server import ReplayServer  # noqa: E402

YEAR = 2027
TAIPEI = ZoneInfo(TIMEZONE)
RELEASE = "daily_release"
FOLDERS = ("landing", "landed", "published", "target", "counted")
# what is wrong from which day to which
FAULTS = {
    "cut connection": ((1, 8), (1, 8)),
    "lying total": ((1, 18), (1, 18)),
    "outage": ((3, 8), (3, 10)),
    "expired key": ((5, 10), (5, 16)),
    "web page": ((6, 1), (6, 1)),
    "no order": ((8, 16), (8, 16)),
    "unit slip": ((9, 6), (9, 12)),
}
REGISTRY = "moenv_ghg_registry/plant_emissions_roc104_{}.csv"
HEADER = (
    "年度,管制編號,事業名稱,事業統編,直接排放量(公噸CO2e),能源間接排放量(公噸CO2e),"
    "合計排放量(公噸CO2e),縣市別,行業分類\n"
)
COLUMNS = ("app_year", "controlno", "companyname", "ban", "tot1_value", "tot2_value", "tot_value",
           "city", "sicname1")  # fmt: skip


def registry(rows: list[Row]) -> str:
    """The export of the registry, as a person downloads it."""
    return HEADER + "".join(
        ",".join(row[name] for name in COLUMNS) + "\n" for row in rows if row["app_year"] >= "104"
    )


def put(settings: settings_module.Settings, name: str, text: str) -> None:
    path = settings.landing_dir / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Simulation:
    """One landing folder, one set of publishers, one clock."""

    def __init__(self, root: Path, server: ReplayServer, build: list[str], every: int) -> None:
        # what is only counted is released where nobody reads it
        self.settings = replace(settings_at(root, server), publish_dir=root / "counted")
        self.publishers = Publishers(server, YEAR, every)
        for fault, (first, last) in FAULTS.items():
            self.publishers.faults[fault] = (date(YEAR, *first), date(YEAR, *last))
        self.server, self.root, self.build_days = server, root, build
        self.contracts = {contract.dataset: contract for contract in load_all()}
        self.feeds = schedules.feeds()
        self.counts: Counter[str] = Counter()
        self.by_dataset: dict[str, Counter[str]] = {}
        self.troubles: list[dict] = []
        self.changes: list[str] = []
        self.builds: list[dict] = []
        self.judged: dict[str, str] = {}
        self.bytes: list[dict] = []
        self.seen: dict[str, dict] = {"handled": {}, "moving": {}}
        self.now = datetime(YEAR, 1, 1, tzinfo=TAIPEI)

        class Today(date):
            """The day of the clock, for what asks which year it is."""

            @classmethod
            def today(cls) -> date:
                return self.now.date()

        inputs.date = Today

    def run(self, days: int) -> None:
        """Every tick of so many days, in order; each evening a look at what was dropped."""
        start = datetime(YEAR, 1, 1, tzinfo=TAIPEI)
        end, by_name = start + timedelta(days=days), {}
        keys = [AssetKey(["landed", name]) for name in self.feeds]
        waiting = []
        for each in schedules.schedules(self.settings, keys):
            by_name[each.name] = each
            cron = each.cron_schedule
            crons = [cron] if isinstance(cron, str) else list(cron)
            ticks = schedule_execution_time_iterator(
                start.timestamp(), crons, TIMEZONE, ascending=True
            )
            heapq.heappush(waiting, (next(ticks), each.name == RELEASE, each.name, ticks))
        noon = ((start + timedelta(days=n, hours=12), True, "", None) for n in range(days))
        for look in noon:
            heapq.heappush(waiting, look)
        with DagsterInstance.ephemeral() as instance:
            while waiting and waiting[0][0] < end:
                at, last, name, ticks = heapq.heappop(waiting)
                self.now = at.astimezone(TAIPEI)
                self.publishers.today = self.now.date()
                if ticks is None:
                    self.noon()
                    continue
                context = build_schedule_context(instance, scheduled_execution_time=self.now)
                self.tick(name, by_name[name](context))
                heapq.heappush(waiting, (next(ticks), last, name, ticks))

    def tick(self, name: str, said: RunRequest | SkipReason) -> None:
        """What a schedule asks for, or why it asks for nothing."""
        self.counts["ticks"] += 1
        if name != RELEASE:
            self.refresh(name.removeprefix("fetch_"), said.partition_key[:7])
            return
        if isinstance(said, SkipReason):
            self.counts["releases: nothing changed"] += 1
        else:
            self.counts["releases: due"] += 1
            self.changes.append(f"{self.now.date()} {said.tags['netzero/because']}")
            self.note_release()
        if f"{self.now:%m-%d}" in self.build_days:
            self.build()

    # -- one dataset ------------------------------------------------------------------------------

    def refresh(self, dataset: str, month: str | None) -> None:
        """Fetch (not for a dropped file), land, judge, as the asset does; keep what came of it."""
        counted = self.by_dataset.setdefault(dataset, Counter())
        counted["runs"] += 1
        now, sentence, kind = self.now.astimezone(UTC), None, "ok"
        before = sorted((self.settings.landed_dir / dataset).glob("*.parquet"))
        try:
            if month:
                found = self.asked(dataset, month, now)
                counted.update(each.state for each in found)
                counted["requests"] += sum(each.requests for each in found)
            assets.land_files(self.settings, self.contracts[dataset], now, quiet)
        except FetchFailed as error:
            kind, sentence = "failed", str(error)
        except RunStopped as error:
            kind, sentence = "refused", str(error)
        counted[kind] += 1
        after = sorted((self.settings.landed_dir / dataset).glob("*.parquet"))
        if after != before:
            counted["landed"] += len(set(after) - set(before))
            wrong = [
                row.sentence
                for row in runner.check_landed(self.settings, dataset)
                if not row.success and row.severity == CRITICAL
            ]
            counted["suite failed"] += bool(wrong)
            self.judged[dataset] = f"suite: {wrong[0]}" if wrong else ""
        self.account(dataset, sentence or self.judged.get(dataset))

    def asked(self, dataset: str, month: str, now: datetime) -> list[Fetched]:
        """What came of the endpoints, tried again as often as Dagster would."""
        for _ in range(RETRIES.max_retries):
            try:
                return assets.asked(self.settings, self.feeds[dataset], month, now, quiet)
            except FetchFailed:
                self.by_dataset[dataset]["tried again"] += 1
        return assets.asked(self.settings, self.feeds[dataset], month, now, quiet)

    def account(self, what: str, sentence: str | None) -> None:
        """Open a trouble, or heal the one that is open."""
        day = str(self.now.date())
        still = [t for t in self.troubles if t["what"] == what and t["healed"] is None]
        for trouble in still:
            if trouble["sentence"] != sentence:
                trouble["healed"] = day
        if sentence and sentence not in [t["sentence"] for t in still]:
            trouble = {"what": what, "since": day, "healed": None, "sentence": sentence}
            self.troubles.append(trouble)

    # -- the landing folder -----------------------------------------------------------------------

    def noon(self) -> None:
        """What persons do, the sensor, and what lies on the disk."""
        self.drop((self.now.month, self.now.day))
        for _ in range(2):  # a file is taken when it stands still for two looks
            look = drops.look(
                self.settings.landing_dir, self.settings.landed_dir,
                list(self.contracts.values()), **self.seen,
            )  # fmt: skip
            self.seen = {"handled": look.handled, "moving": look.moving}
            for dataset in dict.fromkeys(drop.dataset for drop in look.drops):
                self.counts["dropped files taken"] += 1
                self.refresh(dataset, None)
        if self.now.day == 28:
            self.bytes.append({"day": str(self.now.date()), **self.sizes()})

    def drop(self, day: tuple[int, int]) -> None:
        """Files that a person puts there: good, bad, put right, of no contract."""
        plants = self.publishers.plants
        old = [row for row in plants() if int(row["app_year"]) <= 113] if day[1] < 8 else []
        if day == (1, 5):
            put(self.settings, REGISTRY.format("113"), registry(old))
            put(self.settings, f"{REGISTRY.format('113')}.meta.yml", "vintage_date: 2027-01-04\n")
        elif day == (1, 21):
            put(self.settings, "holiday.txt", "of no contract\n")
        elif day == (6, 2):
            columns = {"管制編號": "control_no", "年度": "year", "季別": "quarter",
                       "燃料": "fuel_name", "用量": "quantity", "單位": "unit"}  # fmt: skip
            mapping = {"map": columns, "types": {"year": "year_roc"}}
            put(self.settings, "aqx_p_555/mapping.yml", json.dumps(mapping, ensure_ascii=False))
        elif day == (10, 5):
            put(self.settings, f"{REGISTRY.format('114')}.meta.yml", "vintage_date: 2027-10-05\n")
            put(self.settings, REGISTRY.format("114"), registry(plants()[::2]))
        elif day == (10, 7):
            put(self.settings, REGISTRY.format("114"), registry(plants()))
        elif day == (12, 20):  # restated, under another name
            name = REGISTRY.format("114").replace(".csv", "_december.csv")
            put(self.settings, f"{name}.meta.yml", "vintage_date: 2027-12-20\n")
            put(self.settings, name, registry(plants()))

    def sizes(self) -> dict[str, int]:
        """Bytes and files below each folder."""
        found = {}
        for folder in FOLDERS:
            paths = [p for p in (self.root / folder).rglob("*") if p.is_file()]
            found[folder] = sum(p.lstat().st_size for p in paths)
            found[f"{folder}_files"] = len(paths)
        return found

    # -- releases ---------------------------------------------------------------------------------

    def build(self) -> None:
        """A real release of what is landed by now."""
        start, said = time.perf_counter(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = cli.main(["build"])
        seconds, lines = time.perf_counter() - start, said.getvalue().splitlines()
        self.counts["built and published" if code == 0 else "built and refused"] += 1
        day = str(self.now.date())
        (self.root / f"build_{day}.log").write_text(said.getvalue(), encoding="utf-8")
        wrong = [line for line in lines if "critical" in line or "failed" in line]
        self.account("release", "\n".join(wrong[:5]) if code else None)
        self.builds.append({"day": day, "exit_code": code, "seconds": round(seconds, 1)})

    def note_release(self) -> None:
        """A release of nothing but its inputs, swapped in as a real one is."""
        place, name = self.settings.publish_dir, f"{self.now:%Y%m%dT%H%M%S}.000000Z-00000000"
        found = inputs.fingerprint(self.settings, preflight.variables({}))
        facts = {"inputs_sha256": found, "created_at": str(self.now), "files": {}}
        folder = place / "releases" / name
        folder.mkdir(parents=True)
        (folder / "manifest.json").write_text(json.dumps(facts), encoding="utf-8")
        swap.swap_in(place, name, links=self.settings.links)
        for older in set(swap.releases(place)) - {name}:
            shutil.rmtree(place / "releases" / older)

    def report(self) -> dict:
        """Everything that was counted."""
        return {
            "counts": dict(sorted(self.counts.items())),
            "datasets": {name: dict(c) for name, c in sorted(self.by_dataset.items())},
            "requests": len(self.server.seen),
            "troubles": self.troubles,
            "changes": self.changes,
            "builds": self.builds,
            "bytes": self.bytes,
        }


def quiet(_: str) -> None:
    """Say nothing."""


def settings_at(root: Path, server: ReplayServer) -> settings_module.Settings:
    """Settings of a headless deployment below `root`, in the environment as well, for dbt."""
    paths = {
        "NETZERO_LANDING": "landing", "NETZERO_LANDED": "landed", "DBT_TARGET_PATH": "target",
        "DBT_LOG_PATH": "logs", "NETZERO_PUBLISH_DIR": "published",
        "NETZERO_BUILD_DB": "target/warehouse.build.duckdb",
    }  # fmt: skip
    given = {name: str(root / place) for name, place in paths.items()}
    given |= {"NETZERO_DATA": "newest", "NETZERO_MOENV_KEY": "made up"}
    connectors = {each.connector for each in schedules.endpoints()}
    given |= {f"NETZERO_ENDPOINT_{name.upper()}": server.url for name in connectors}
    os.environ.update(given)
    (root / "landing").mkdir(parents=True, exist_ok=True)
    return settings_module.load(os.environ)


def told(report: dict) -> Iterator[str]:
    """The report as lines."""
    yield ", ".join(f"{n} {what}" for what, n in report["counts"].items())
    yield f"{report['requests']:,} requests"
    for name, counted in report["datasets"].items():
        yield f"  {name:<20}" + ", ".join(f"{n} {what}" for what, n in counted.items())
    for trouble in report["troubles"]:
        healed = f"healed {trouble['healed']}" if trouble["healed"] else "not healed"
        yield f"{trouble['since']} {trouble['what']}, {healed}: {trouble['sentence'][:240]}"
    for day in report["bytes"]:
        yield f"{day['day']}  " + ", ".join(
            f"{name} {day[name] / 1e6:.1f} MB in {day[f'{name}_files']}" for name in FOLDERS
        )
    yield from (f"{build}" for build in report["builds"])


def simulate(root: Path, days: int, build: Sequence[str] = (), every: int = 1) -> dict:
    """Run so many days of the year below `root`; returns the report."""
    with ReplayServer() as server:
        simulation = Simulation(root, server, list(build), every)
        simulation.run(days)
        return simulation.report()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--build", nargs="*", default=[], help="days such as 01-28")
    parser.add_argument("--folder", type=Path, help="where everything is kept; else it is deleted")
    given = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        place = (given.folder or Path(scratch)).resolve()
        outcome = simulate(place, given.days, given.build)
        outcome["cpu_seconds"] = round(time.process_time(), 1)
        (place / "year.json").write_text(json.dumps(outcome, indent=1, ensure_ascii=False))
        print("\n".join(told(outcome)))
    print(f"{time.perf_counter() - started:.0f} s, CPU {outcome['cpu_seconds']} s")
