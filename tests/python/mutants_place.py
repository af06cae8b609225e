"""Damage around a file: its name, what stands in its place, and the notes beside it.

Belongs here: names, links, pipes, folders, `.meta.yml`, `mapping.yml`. Does not: content
(mutants_text.py, mutants_archive.py).
"""

import os
import random
from pathlib import Path

from base_files import Base
from mutants import Mutant, damage, of

NAMES = (
    "a\nb", "\x1b[2J", "'; drop table x; --", '"', "`id`", "$(id)", "[a-z]*?", "{{ 7*7 }}", "%s%n",
    "\u202egpj", "\u200b", "\udcff\udcfe", "\\..\\..", "<img src=x onerror=alert(1)>", "&amp;",
    "甲乙", "\u3000", "~", "#", "\r", "\x7f",
)  # fmt: skip
YAML = (
    "!!python/object/apply:os.system ['id']", "!!python/name:os.system", "vintage_date: 2030-13-45",
    "vintage_date: 0000-00-00", "vintage_date: 99999-01-01", "vintage_date: yesterday",
    "vintage_date: [2030-01-01]", "vintage_date: 2030-01-01 10:00:00", "retrieved_at: 5",
    "url: [a, b]", 'url: "javascript:alert(1)"', 'url: "http://x/\\e[2J"', "url: {a: b}",
    "just a text", "a: &a [x]\nb: *a", "vintage_date: 2030-01-01\nvintage_date: 2031-01-01",
    "other: 1", "? [a, b]\n: c", "\x00", "\t\t: :", "[" * 5000, "{a: " * 2000, "%YAML 9.9\n---\n",
    "url: " + "x" * 100_000, "a: 1\n---\nb: 2", "map: 5", "url: \"\\ud800\"", "1: 2", "~: ~",
    "lol: &lol [x, x]\nb: &b [*lol, *lol]\nc: &c [*b, *b]\nd: [*c, *c]", "types: {year: nothing}",
    "vintage_date: 12_34", "url: !!binary aGk=", "<<: {url: x}", "date: 1e999999999",
    "year: " + "9" * 5000,
)  # fmt: skip
MAPPINGS = (
    "map: [a]", "map: {1: year}", "map: {a: 1}", "map: {a: [year, [b]]}", "map: {}", "map:",
    "map: {a: control_no}\nwide: '(a+)+$'", "map: {a: control_no}\nwide: '('", "dropped: {a: b}",
    "map: {a: control_no}\ntypes: {year: os.system}", "fixed_values: {quantity: many}",
    "ignored: 5", "absent: [[a]]", "types: [a]", "fixed_values: {year: [1]}", "derived: {a: b}",
)  # fmt: skip


def named(made: Base, name: str, truth: list | None = None) -> Mutant:
    """The file under another name."""
    files = {n: c for n, c in made.files().items() if n != made.name} | {name: made.content()}
    return Mutant(made, files, made.truth if truth is None else truth, name)


def instead(made: Base, make, truth: list | None = None) -> Mutant:
    """Something else in the place of the file; `make` gets its path and the landing folder."""

    def place(inbox: Path) -> None:
        path = inbox / made.name
        content = path.read_bytes()
        path.unlink()
        make(path, inbox, content)

    mutant = of(made, made.content(), [] if truth is None else truth)
    mutant.place = place
    return mutant


@damage
def a_hostile_name(made: Base, draw: random.Random) -> Mutant:
    stem, _, ending = made.name.rpartition(".")
    return named(made, f"{stem}{draw.choice(NAMES)}.{ending}")


@damage
def a_name_as_long_as_it_may_be(made: Base, draw: random.Random) -> Mutant:
    folder, _, name = made.name.rpartition("/")
    stem, _, ending = name.rpartition(".")
    fill = draw.choice(["x", "甲"])
    room = 255 - len(f"{stem}.{ending}".encode())
    long = f"{stem}{fill * (room // len(fill.encode()))}.{ending}"
    return named(made, f"{folder}/{long}" if folder else long)


@damage
def an_own_file_in_an_odd_folder(made: Base, draw: random.Random) -> Mutant | None:
    if not made.contract.own:
        return None
    folder = draw.choice(["-rf", "--force", "a'b", "[x]", "x" * 200, "甲 乙", "*"])
    deep = "/".join(["d"] * draw.choice([0, 60]))
    return named(made, f"{folder}/{deep}/{made.name}".replace("//", "/"))


def _linked_outside(path: Path, inbox: Path, content: bytes) -> None:
    outside = inbox.parent / "secret.csv"
    outside.write_bytes(content)
    path.symlink_to(outside)


def _folder_linked_outside(path: Path, inbox: Path, content: bytes) -> None:
    outside = inbox.parent / "elsewhere"
    outside.mkdir()
    (outside / path.name).write_bytes(content)
    for beside in path.parent.iterdir():
        beside.unlink()
    path.parent.rmdir()
    path.parent.symlink_to(outside)


def _circle(path: Path, inbox: Path, content: bytes) -> None:
    path.symlink_to(path.with_name(".b"))
    path.with_name(".b").symlink_to(path)


def _folder(path: Path, inbox: Path, content: bytes) -> None:
    path.mkdir()
    (path / "x.txt").write_bytes(content)


@damage
def no_file_in_its_place(made: Base, draw: random.Random) -> Mutant | None:
    kinds = {
        "outside": _linked_outside,
        "nowhere": lambda path, inbox, content: path.symlink_to("gone.csv"),
        "circle": _circle,
        "pipe": lambda path, inbox, content: os.mkfifo(path),
        "folder": _folder,
        "device": lambda path, inbox, content: path.symlink_to("/dev/zero"),
        "password file": lambda path, inbox, content: path.symlink_to("/etc/passwd"),
    }
    if "/" in made.name:
        kinds["a folder outside"] = _folder_linked_outside
    kind = draw.choice(sorted(kinds))
    mutant = instead(made, kinds[kind])
    if kind == "a folder outside":
        mutant.name = made.name.rsplit("/", 1)[0]
    return mutant


@damage
def a_link_within_the_folder(made: Base, draw: random.Random) -> Mutant:
    def make(path: Path, inbox: Path, content: bytes) -> None:
        kept = inbox / "kept" / "original.txt"
        kept.parent.mkdir()
        kept.write_bytes(content)
        path.symlink_to(os.path.relpath(kept, path.parent))

    return instead(made, make, made.truth)


@damage
def a_landing_folder_that_is_a_link(made: Base, draw: random.Random) -> Mutant:
    def place(inbox: Path) -> None:
        real = inbox.with_name("real")
        inbox.rename(real)
        inbox.symlink_to(real)

    mutant = of(made, made.content())
    mutant.place = place
    return mutant


@damage
def a_hostile_note(made: Base, draw: random.Random) -> Mutant:
    mutant = of(made, made.content())
    text = draw.choice(YAML)
    mutant.files[f"{made.name}.meta.yml"] = text.encode("utf-8", "surrogatepass")
    if draw.random() < 0.1:
        del mutant.files[f"{made.name}.meta.yml"]

        def place(inbox: Path) -> None:
            beside = inbox / f"{made.name}.meta.yml"
            draw.choice([os.mkfifo, lambda p: p.symlink_to("/etc/passwd"), Path.mkdir])(beside)

        mutant.place = place
    return mutant


@damage
def a_hostile_mapping(made: Base, draw: random.Random) -> Mutant | None:
    if not made.mapping:
        return None
    mutant = of(made, made.content(), [])
    mapping = f"{made.name.rsplit('/', 1)[0]}/mapping.yml"
    text = draw.choice([*YAML, *MAPPINGS])
    if draw.random() < 0.3:  # all is there, and something odd beside it
        text = f"{made.mapping[:-1]}, {draw.choice(['types', 'dropped', 'wide'])}: {{a: 5}}}}"
    mutant.files[mapping] = text.encode("utf-8", "surrogatepass")
    return mutant
