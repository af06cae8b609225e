"""Landing one file, and landing a folder.

Belongs here: the order of the steps, what is printed. Does not: any of the steps.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from orchestration import disk, wording
from orchestration.errors import LandingRefused
from orchestration.landing import (
    checks,
    decisions,
    header,
    intake,
    judge,
    mapping,
    naming,
    reading,
    rows,
    sizes,
    store,
)
from orchestration.landing.contract import Contract, load_all

NOTES = (naming.META_SUFFIX, mapping.MAPPING)


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    dataset: str
    name: str
    landed: int
    accepted: int
    quarantined: int
    repaired: int
    already: str | None = None


@dataclass(frozen=True)
class Source:
    """A file to land: contract, path, name below the landing folder, SHA-256 of its bytes."""

    contract: Contract
    landing: Path
    path: Path
    name: str
    sha256: str
    vintage: date
    note: naming.Note

    def content(self) -> bytes:
        """The bytes. Raises LandingRefused if they are others than when the run began."""
        found = intake.content(self.path, self.landing, self.name)
        if hashlib.sha256(found).hexdigest() != self.sha256:
            raise LandingRefused(
                f"{self.name}: it changed while it was read; land it again when it is complete."
                f" {checks.NOTHING}"
            )
        return found

    @property
    def release_key(self) -> str:
        return f"{self.contract.dataset}:{self.vintage}:{self.sha256[:8]}"


@cache
def _code_sha256() -> str:
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(code).hexdigest()


def fingerprint(source: Source) -> str:
    """Changes when a file has to be landed anew although its bytes are the same.

    Made of contract, mapping, note, decisions and code.
    """
    parts = [
        _code_sha256(),
        source.contract.path.read_text(encoding="utf-8"),
        repr(source.vintage),
        repr(source.note),
    ]
    if source.contract.layout_unknown:
        parts.append(repr(mapping.supplied(source.path, source.landing, source.name)))
    parts += [repr(decision) for decision in sorted(decisions.readmitted(source.release_key))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def land(source: Source, folder: Path, now: datetime) -> Outcome:
    """Check a file against its contract and land it below `folder`.

    Returns its counts. Raises LandingRefused, naming file and fault, if it breaks a blocking
    rule; nothing is written then.
    """
    name, sha256, mark = source.name, source.sha256, fingerprint(source)
    landed = store.logs(folder, source.contract.dataset)
    earlier = [log for log in landed if log["file"]["file_sha256"] == sha256]
    for log in earlier:
        known = log["file"]["file_name"]
        twin = source.landing / known
        there = known != name and twin.is_file()
        is_copy = there and _sha256_of(twin) == sha256
        # an own file whose twin got other rows is the only holder of these, under its own name
        is_left_over = there and not is_copy and source.contract.own
        if is_copy or (log["fingerprint"] == mark and not is_left_over):
            return _outcome(name, log, already=known)
    contract = mapping.with_mapping(source.contract, source.path, source.landing, name)
    content = source.content()
    sheets = reading.read(name, content, contract.format, contract.encodings)
    found = header.find(name, len(content), sheets, contract)
    derived = naming.derived(contract, name, found.preamble)
    typed = rows.type_rows(name, found, contract, derived, decisions.readmitted(source.release_key))
    checks.counts(name, contract, typed.landed, found.sheet.declared_total)
    checks.some_accepted(name, typed)
    checks.unique_keys(name, contract, typed)
    checks.one_period(name, contract, typed)
    checks.coverage(name, contract, typed)
    checks.sums(name, contract, typed)
    previous = _previous_rows(source, contract, folder, derived)
    accepted = decisions.accepted(contract.dataset)
    checks.lost_keys(name, contract, source.vintage, typed, previous, accepted)
    checks.swapped_columns(name, contract, typed, previous)
    sizes.compare(name, contract, source.vintage, typed, previous, accepted)
    judge.judge(name, contract, found.era, typed, derived, source.vintage, sha256, folder, accepted)
    log = _log(source, contract, found, typed, mark, now)
    log["file"]["archived_as"] = store.archive(folder, sha256, content, found)
    if contract.own:
        earlier += [o for o in landed if o["file"]["file_name"] == name and o not in earlier]
    store.commit(folder, log, store.rows_as_parquet(contract, typed.accepted, log), earlier)
    return _outcome(name, log)


def _sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _vintage(
    contract: Contract, name: str, note: naming.Note, sha256: str, landed: Path, now: datetime
) -> date:
    """The day of the publisher's state.

    Of own data, which says none, the day these bytes were first landed.
    """
    if not contract.own or note.vintage_date:
        return naming.vintage(contract, name, note)
    first = [
        log for log in store.logs(landed, contract.dataset) if log["file"]["file_sha256"] == sha256
    ]
    return first[0]["file"]["vintage_date"] if first else now.date()


def _previous_rows(
    source: Source, contract: Contract, folder: Path, derived: dict[str, Any]
) -> list[dict]:
    """The rows of the vintage before, of the same part (for instance market) of the dataset."""
    if not contract.key_loss and not contract.sizes:
        return []
    within = (contract.key_loss or {}).get("within", [])
    columns = [*contract.key, *within, *contract.numbers, *contract.size_columns]
    for log in reversed(store.logs(folder, contract.dataset)):
        if (
            log["file"]["vintage_date"] < source.vintage
            and log["file"]["file_sha256"] != source.sha256
        ):
            found = store.rows_of(log, list(dict.fromkeys(columns)))
            found = [row for row in found if all(row[c] == derived[c] for c in within)]
            if found:
                return found
    return []


def _log(
    source: Source,
    contract: Contract,
    found: header.Header,
    typed: rows.Rows,
    mark: str,
    now: datetime,
) -> dict:
    stem = f"{source.vintage}_{source.sha256[:8]}"
    return {
        "stem": stem,
        "fingerprint": mark,
        "file": {
            "source_release_key": source.release_key,
            "dataset": contract.dataset,
            "publisher": contract.publisher,
            "title": contract.title,
            "licence": contract.licence,
            "file_name": source.name,
            "file_sha256": source.sha256,
            "encoding": found.sheet.encoding,
            "era": found.era.name,
            "vintage_date": source.vintage,
            "retrieved_at": source.note.retrieved_at,
            "url": source.note.url or contract.url,
            "landed_count": typed.landed,
            "accepted_count": typed.accepted_count,
            "quarantined_count": len(typed.quarantined),
            "loaded_at": now,
        },
        "quarantine": typed.quarantined,
        "repairs": [
            {"rule_code": rule, "column_name": column, "repair": repair, "repair_count": n}
            for (rule, column, repair), n in sorted(typed.repairs.items())
        ],
    }


def _outcome(name: str, log: dict[str, Any], already: str | None = None) -> Outcome:
    file = log["file"]
    counts = (file["landed_count"], file["accepted_count"], file["quarantined_count"])
    repaired = sum(r["repair_count"] for r in log["repairs"])
    return Outcome(file["dataset"], name, *counts, repaired, already)


def run(
    landing: Path,
    landed: Path,
    say: Callable[[str], None],
    contracts: list[Contract] | None = None,
    now: datetime | None = None,
) -> int:
    """Land each file of `landing` (a folder or one file) that a contract claims into `landed`.

    `now` (default: the clock) is when it is landed. A refused file does not stop the others.
    Returns 1 if any was refused, else 0.
    Raises LandingRefused if `landing` is not there, is a file of no contract, or another process is
    landing; ContractInvalid for a bad contract.
    """
    some = contracts is not None
    contracts = load_all() if contracts is None else contracts
    only = landing if landing.is_file() else None
    landing = landing.parent if only else landing
    if not landing.is_dir():
        raise LandingRefused(
            f"{landing} is not there; name a folder of files or one file, or set NETZERO_LANDING."
        )
    now = now or datetime.now(UTC).replace(microsecond=0)
    refused = [] if only else [*intake.foreign_folders(landing).values()]
    claimed: set[Path] = set()
    with disk.told(landed), store.lock(landed):
        for _, *older in store.versions(landed, [c.dataset for c in contracts if c.own]):
            for log in older:
                store.remove(log)
        for contract in contracts:
            sources = []
            paths = [p for p in intake.claimed(landing, contract.files) if only in (None, p)]
            claimed.update(paths)
            for path in (p for p in paths if not p.name.endswith(NOTES)):
                name = path.relative_to(landing).as_posix()
                try:
                    content = intake.content(path, landing, name)
                    sha256 = hashlib.sha256(content).hexdigest()
                    note = naming.read_note(path, landing, name)
                    vintage = _vintage(contract, name, note, sha256, landed, now)
                    sources.append(Source(contract, landing, path, name, sha256, vintage, note))
                except LandingRefused as error:
                    refused.append(str(error))
            for source in sorted(
                sources, key=lambda s: (s.vintage, s.name)
            ):  # a vintage is compared with the one before
                try:
                    say(_line(land(source, landed, now)))
                except LandingRefused as error:
                    stays = _landed_earlier(source, landed)
                    refused.append(
                        f"{error}{' What was landed from it before stays.' if stays else ''}"
                    )
        store.rebuild_lists(landed)
    if only and only not in claimed:
        own = ", ".join(f"{c.dataset}*" for c in contracts if c.own)
        raise LandingRefused(
            f"{wording.printable(only.name)} belongs to no contract; a file by itself must be"
            f" named {own}."
            " Nothing was loaded from it."
        )
    if not only and not some:
        others = [
            path
            for path in landing.rglob("*")
            if path.is_file() and path not in claimed and not _in_hidden(path, landing)
        ]
        say(f"{len(others)} other file(s) belong to no contract and were left alone.")
    if refused:
        say(f"\n{len(refused)} file(s) refused:")
        for sentence in refused:
            say(f"  {wording.shortened(wording.printable(sentence))}")
    return 1 if refused else 0


def _in_hidden(path: Path, landing: Path) -> bool:
    """Whether a file lies in a hidden folder, such as the one where `fetch` keeps its state."""
    return any(part.startswith(".") for part in path.relative_to(landing).parent.parts)


def _landed_earlier(source: Source, landed: Path) -> bool:
    """Whether the same bytes were landed when the contract or the code was another one."""
    logs = store.logs(landed, source.contract.dataset)
    return any(log["file"]["file_sha256"] == source.sha256 for log in logs)


def _line(done: Outcome) -> str:
    state = f"{done.repaired:,} repairs"
    if done.already:
        state = (
            "already landed" if done.already == done.name else f"already landed as {done.already}"
        )
    counts = (
        f"{done.landed:>7,} rows = {done.accepted:,} accepted + {done.quarantined:,} quarantined;"
        f" {state}"
    )
    return f"{done.dataset:<20}{wording.printable(done.name):<58}{counts}"
