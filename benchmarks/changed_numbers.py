"""Which changed numbers in valid published files are found, and by what.

Takes one real file of every landed contract (NETZERO_LANDING), changes the numbers, codes or years
in one way (tests/python/number_mutants.py), lands it, and says what became of it: `refused` or
`quarantined` by the landing, a `finding` it counted, an expectation of the landed suite, `nothing`.
Four times: the file alone; with the vintage before landed (the real one, or else the file itself as
an edition of the day before); with the other datasets landed; with both.

    NETZERO_LANDING=... .venv/bin/python benchmarks/changed_numbers.py
    NETZERO_LANDING=... .venv/bin/python benchmarks/changed_numbers.py --seed 2 --columns 3

Seeded: the same files and seed give the same mutants. Nothing outside a temporary folder is
written. Belongs here: landing mutants, counting. Does not: what is refused (landing/).
"""

import argparse
import csv
import importlib
import io
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT), str(ROOT / "tests" / "python")]

from number_mutants import OF_FILES, OF_IDS, OF_NUMBERS, OF_YEARS, Table  # noqa: E402
from orchestration.checks import engine  # noqa: E402
from orchestration.checks.registry import find_suites  # noqa: E402
from orchestration.checks.runner import _validate  # noqa: E402
from orchestration.errors import LandingRefused  # noqa: E402
from orchestration.landing import header, naming, reading  # noqa: E402
from orchestration.landing.contract import Contract, load_all  # noqa: E402

run = importlib.import_module("orchestration.landing.run")  # the package exports a function run
NOW = datetime(2026, 11, 21, tzinfo=UTC)
QUANTITIES = {"number", "integer", "percent", "ratio", "money"}
IDS = {"tax_id", "control_no", "isin", "lei"}
SETTINGS = ("alone", "before", "others", "all")
_LESS = {"alone": (), "before": ("alone",), "others": ("alone",), "all": ("before", "others")}
MANY, ENOUGH = 8000, 1500  # of a file with many rows the first are enough


@dataclass
class Base:
    """A valid file: its contract, its text, the vintage before it where there is one."""

    contract: Contract
    source: run.Source
    preamble: list[list[str]]
    table: Table
    before: run.Source


def bases(landing: Path) -> Iterator[Base]:
    """The newest file of every contract that has one and that the landing reads by itself."""
    for contract in load_all():
        if contract.own or contract.layout_unknown:
            continue
        sources = []
        for path in sorted({p for pattern in contract.files for p in landing.glob(pattern)}):
            name = path.relative_to(landing).as_posix()
            if path.is_file() and not path.name.endswith(run.NOTES):
                note = naming.read_note(path, name)
                vintage = naming.vintage(contract, name, note)
                content = path.read_bytes()
                sources.append(run.Source(contract, landing, path, name, content, vintage, note))
        if sources:
            yield base_of(contract, sorted(sources, key=lambda s: (s.vintage, s.name)))


def base_of(contract: Contract, sources: list[run.Source]) -> Base:
    newest = sources[-1]
    sheets = reading.read(newest.name, newest.content, contract.format, contract.encodings)
    found = header.find(newest.name, len(newest.content), sheets, contract)
    rows = [list(row) for row in found.sheet.rows()]
    body = [row for row in rows[found.row + 1 :] if any(cell.strip() for cell in row)]
    body = body[:ENOUGH] if len(body) > MANY else body
    contract = replace(contract, format=(*contract.format, "csv"))
    table = Table(found.names, body, *_places(contract, found))
    part = newest.name.split("/")[-1].split("_")[1]  # of a market, the file of the same one
    older = [
        s
        for s in sources
        if s.vintage < newest.vintage and s.name.split("/")[-1].split("_")[1] == part
    ]
    newest = replace(newest, contract=contract)
    base = Base(contract, newest, rows[: found.row + 1], table, newest)
    day_before = replace(
        newest, vintage=newest.vintage - timedelta(days=1), content=content_of(base, body) + b"\n"
    )
    base.before = older[-1] if older else day_before
    return base


def _places(contract: Contract, found: header.Header) -> tuple[list[int], ...]:
    """The places of numbers, ids, years and the key among the columns of a file."""
    numbers, ids, years, keys = [], [], [], []
    targets = {source.casefold(): into for source, into in found.era.map.items()}
    for place, name in enumerate(found.names):
        wide = found.era.wide_match(name)
        into = targets.get(name.casefold(), ())
        if wide:
            into = (wide[0] or contract.wide_values[0],)
        kinds = {contract.column(column, found.era).type for column in into}
        if kinds & QUANTITIES and not set(into) & set(contract.one_period):
            numbers.append(place)
        elif kinds & IDS or any(column in ("stock_code", "security_code") for column in into):
            ids.append(place)
        elif kinds & {"year_roc", "year_ad"}:
            years.append(place)
        if set(into) & set(contract.key):
            keys.append(place)
    return numbers, ids, years, keys


def content_of(base: Base, rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([*base.preamble, *rows])
    return text.getvalue().encode()


def mutants(base: Base, seed: int, columns: int) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Kind, column and rows of each mutant of a file."""
    plan = [(OF_NUMBERS, base.table.numbers), (OF_IDS, base.table.ids)]
    plan += [(OF_YEARS, base.table.years), (OF_FILES, [0])]
    for kinds, places in plan:
        for kind, change in kinds.items():
            dice = random.Random(f"{seed} {base.contract.dataset} {kind}")
            for place in dice.sample(places, min(columns, len(places))):
                rows = change(base.table, place, dice)
                if rows is not None and rows != base.table.rows:
                    named = "" if kinds is OF_FILES else base.table.names[place]
                    yield kind, named, rows


class Lab:
    """Folders with what is landed already, one for each setting, and the suites."""

    def __init__(self, folder: Path, everything: Path, landing: Path) -> None:
        self.folder, self.landing = folder, landing
        self.others = everything
        self.suites = {
            s.table: s for s in find_suites(ROOT / "tests/expectations") if s.boundary == "landed"
        }
        self.gx = engine.load()
        self.db = duckdb.connect()

    def prepare(self, base: Base, settings: list[str]) -> dict[str, Path]:
        """A landed folder for each setting; raises where the base itself is refused."""
        places = {}
        for setting in settings:
            place = places[setting] = self.folder / base.contract.dataset / setting
            if setting in ("others", "all"):
                shutil.copytree(self.others, place)
                shutil.rmtree(place / base.contract.dataset, ignore_errors=True)
            if setting in ("before", "all"):
                run.land(base.before, place, NOW)
        return places

    def outcome(
        self, source: run.Source, place: Path, base: dict, suite: str | None
    ) -> tuple[str, str]:
        """What became of a mutant; what it landed is taken away again.

        `suite` is what was found of the same rows before: the suites see the file alone.
        """
        known = set(place.glob(f"{source.contract.dataset}/*.parquet"))
        try:
            done = run.land(source, place, NOW)
        except LandingRefused as error:
            return "refused", str(error)
        (path,) = set(place.glob(f"{source.contract.dataset}/*.parquet")) - known
        try:
            if self._content(path, source.contract) == base["content"]:
                return "same", ""
            if done.quarantined > base["quarantined"]:
                return "quarantined", ""
            if self._wrong_digits(path) > base["wrong"]:
                return "finding", "check digit"
            if suite:
                return suite, ""
            return self._judged(path, source.contract.dataset, base)
        finally:
            path.unlink()

    def facts(self, source: run.Source, place: Path) -> dict:
        """What the file itself is when nothing is changed."""
        done = run.land(source, place, NOW)
        (path,) = [
            p
            for p in place.glob(f"{source.contract.dataset}/*.parquet")
            if source.sha256[:8] in p.name
        ]
        facts = {"quarantined": done.quarantined, "wrong": self._wrong_digits(path)}
        facts |= {"content": self._content(path, source.contract), "fails": set()}
        facts["fails"] = self._failures(path, source.contract.dataset)
        path.unlink()
        return facts

    def _content(self, path: Path, contract: Contract) -> list:
        columns = ", ".join(f"sum(hash({column}, row_number))" for column in contract.columns)
        return self.db.execute(
            f"select count(*), {columns} from read_parquet(?)", [str(path)]
        ).fetchone()

    def _wrong_digits(self, path: Path) -> int:
        import json

        import pyarrow.parquet as pq

        log = json.loads(pq.read_metadata(path).metadata[b"netzero_landing"])
        return sum(r["repair_count"] for r in log["repairs"] if r["repair"] == "check_digit_wrong")

    def _failures(self, path: Path, dataset: str) -> set[tuple]:
        results = _validate(self.gx, self.db, self.suites[dataset], f"read_parquet('{path}')")
        return {(r.severity, r.column_name, r.expectation) for r in results if not r.success}

    def _judged(self, path: Path, dataset: str, base: dict) -> tuple[str, str]:
        new = self._failures(path, dataset) - base["fails"]
        for severity in ("critical", "warning"):
            found = [column for level, column, _ in new if level == severity]
            if found:
                return severity, str(found[0])
        return "nothing", ""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--columns", type=int, default=1, help="columns of a file for each kind")
    parser.add_argument("--settings", nargs="*", default=SETTINGS, help=", ".join(SETTINGS))
    parser.add_argument("--only", nargs="*", help="datasets")
    parser.add_argument("--out", type=Path, help="a CSV file with every mutant")
    given = parser.parse_args()
    landing = Path(os.environ["NETZERO_LANDING"])
    found: list[tuple] = []
    with tempfile.TemporaryDirectory() as temporary:
        everything = Path(temporary) / "everything"
        run.run(landing, everything, say=lambda line: None)
        lab = Lab(Path(temporary) / "lab", everything, landing)
        for base in bases(landing):
            if given.only and base.contract.dataset not in given.only:
                continue
            started = time.process_time()
            found += _of_one(base, lab, given)
            shutil.rmtree(lab.folder / base.contract.dataset, ignore_errors=True)
            print(
                f"{base.contract.dataset:<20} {time.process_time() - started:6.1f} CPU-s",
                flush=True,
            )
    if given.out:
        with given.out.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("dataset", "kind", "column", *SETTINGS, "says"), *found])
    report(found)


def _of_one(base: Base, lab: Lab, given: argparse.Namespace) -> list[tuple]:
    places, found = lab.prepare(base, given.settings), []
    whole = replace(base.source, content=content_of(base, base.table.rows))
    facts = {}
    for setting, place in places.items():
        try:
            facts[setting] = lab.facts(whole, place)
        except LandingRefused as error:
            print(f"  {base.contract.dataset}, {setting}: the base is refused: {error}"[:300])
    for kind, column, rows in mutants(base, given.seed, given.columns):
        mutant = replace(base.source, content=content_of(base, rows))
        outcomes, says = {}, ""
        for setting in given.settings:
            # what is refused with less at hand is refused with more
            known = [outcomes.get(s) for s in _LESS[setting]]
            settled = [o for o in known if o in ("refused", "same", "quarantined")]
            if settled:
                outcomes[setting] = settled[0]
            elif setting in facts:
                suite = outcomes.get("alone")
                outcomes[setting], said = lab.outcome(
                    mutant, places[setting], facts[setting], suite
                )
                says = says or said
        if outcomes.get("alone") != "same":
            found.append(
                (
                    base.contract.dataset,
                    kind,
                    column,
                    *(outcomes.get(s, "") for s in SETTINGS),
                    says,
                )
            )
    return found


def report(found: list[tuple]) -> None:
    """Kinds and outcomes in the four settings, and the share that nothing knew."""
    print(f"\n{len(found)} mutants")
    for at, setting in enumerate(SETTINGS, 3):
        counts = Counter(row[at] for row in found if row[at])
        total = sum(counts.values()) or 1
        shown = ", ".join(f"{what} {n}" for what, n in counts.most_common())
        print(f"{setting:<8} {shown}; nothing {counts['nothing'] / total:.1%}")
    print(f"\n{'kind':<24}{'n':>5}" + "".join(f"{s:>22}" for s in SETTINGS))
    by_kind: dict[str, list[tuple]] = defaultdict(list)
    for row in found:
        by_kind[row[1]].append(row)
    for kind, rows in by_kind.items():
        cells = []
        for at in range(3, 3 + len(SETTINGS)):
            counts = Counter(row[at] for row in rows if row[at])
            stopped = counts["refused"] + counts["quarantined"]
            seen = counts["finding"] + counts["critical"] + counts["warning"]
            cells.append(f"{stopped}+{seen}, {counts['nothing']} unknown")
        print(f"{kind:<24}{len(rows):>5}" + "".join(f"{cell:>22}" for cell in cells))


if __name__ == "__main__":
    main()
