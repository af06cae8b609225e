"""Files damaged at random, with what can still be known of them: the seeded list of all mutants.

Belongs here: the words of a mutant, drawing a list, landing one. Does not: the damage itself
(mutants_text.py, mutants_archive.py, mutants_place.py), numbers changed inside a valid file
(number_mutants.py).
"""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from base_files import Base, Row, bases
from orchestration import landing
from truth import Verdict, judge


@dataclass
class Mutant:
    """A damaged file in its folder, and the rows that it holds as far as it can be read.

    `files` are written as they are, `place` makes what is no plain file. `before` was landed
    earlier. Of `open_end` nothing can be known, see decision 30, and of `free` rows nothing is.
    """

    base: Base
    files: dict[str, bytes]
    truth: list[list[Row]]
    name: str = ""
    place: Callable[[Path], None] | None = None
    before: dict[str, bytes] = field(default_factory=dict)
    open_end: bool = False
    free: int = 0
    what: str = ""

    def __post_init__(self) -> None:
        self.name = self.name or self.base.name


Damage = Callable[[Base, random.Random], Mutant | None]
DAMAGES: dict[str, Damage] = {}
HEAVY: set[str] = set()


def damage(function: Damage) -> Damage:
    """Enter a way to damage a file; it returns None where it does not apply."""
    DAMAGES[function.__name__] = function
    return function


def heavy(function: Damage) -> Damage:
    """The same for files so large that a few of them say enough."""
    HEAVY.add(function.__name__)
    return damage(function)


def of(base: Base, content: bytes, truth: list[list[Row]] | None = None, **more) -> Mutant:
    """A mutant with other bytes; the truth stays where nothing is said."""
    files = base.files() | {base.name: content}
    return Mutant(base, files, base.truth if truth is None else truth, **more)


@cache
def by_dataset() -> dict[str, list[Base]]:
    """The base files of each contract."""
    found: dict[str, list[Base]] = {}
    for base in bases():
        found.setdefault(base.contract.dataset, []).append(base)
    return found


def drawn(dataset: str, count: int, seed: int) -> Iterator[Mutant]:
    """`count` mutants of a contract's files: every kind of damage in turn, as the seed shuffles.

    The kinds are those of the modules that were imported.
    """
    draw = random.Random(f"{dataset} {seed}")
    made = 0
    while made < count:
        names = sorted(DAMAGES)
        draw.shuffle(names)
        for name in names:
            # large files cost seconds: a few contracts, chosen by the seed, stand for all
            if name in HEAVY and draw.random() > 0.03:
                continue
            choices = draw.sample(by_dataset()[dataset], len(by_dataset()[dataset]))
            tried = (DAMAGES[name](base, draw) for base in choices)
            mutant = next((m for m in tried if m is not None), None)
            if mutant is None:
                continue
            mutant.what = name
            yield mutant
            made += 1
            if made == count:
                return


def land(mutant: Mutant, folder: Path) -> Verdict:
    """Land a mutant in an empty folder and say what became of it; an exception is a fault."""
    inbox, landed = folder / "landing", folder / "landed"
    contract = mutant.base.contract
    try:
        _write(inbox, mutant.before)
        if mutant.before:
            landing.run(inbox, landed, lambda _: None, [contract])
        before = len([*(landed / contract.dataset).glob("*.parquet")])
        _write(inbox, mutant.files)
        if mutant.place:
            mutant.place(inbox)
    except OSError as error:
        return Verdict("not possible here", sentence=str(error))
    lines: list[str] = []
    try:
        code = landing.run(inbox, landed, lines.append, [contract])
    except Exception as error:
        return Verdict("traceback", [f"{type(error).__name__}: {str(error)[:300]}"])
    printed = "\n".join(lines)
    verdict = judge(landed, contract, mutant.name, code, printed, mutant.truth, before, mutant.free)
    if mutant.open_end and verdict.outcome == "loaded" and verdict.faults:
        return Verdict("not to be known")
    return verdict


def _write(inbox: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    inbox.mkdir(parents=True, exist_ok=True)


def told(mutant: Mutant, verdict: Verdict) -> str:
    """One line about a verdict, for a failed test."""
    where = os.fsencode(mutant.name).decode("ascii", "backslashreplace")
    faults = "; ".join(verdict.faults)[:900]
    return f"{mutant.what} of {where}: {verdict.outcome}: {faults} | {verdict.sentence[-300:]}"
