"""Readers never notice: while releases come, go and come back, each answer is of one release.

Belongs here: processes that read again and again while others publish and roll back. Does
not: one step of a swap at a time (test_publish, test_publish_without_links).

Every mart of a release carries the number of the release, so that an answer from two would show.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import duckdb
import pytest

from conftest import gate_of, make_candidate, publish_now
from orchestration import candidate, inputs
from orchestration.publish import manifest, swap
from orchestration.settings import Settings

PUBLISHES = int(os.environ.get("NETZERO_PUBLISHES", "20"))
READERS = int(os.environ.get("NETZERO_READERS", "8"))
PAUSE = os.environ.get("NETZERO_READER_PAUSE", "0.05")  # of each reader between two answers
# What a reader does again and again; each yields the numbers of releases one answer was made from.
WAYS = {
    "duckdb, opened anew": """
        with duckdb.connect(f"{place}/warehouse.duckdb", read_only=True) as c:
            return c.execute(BOTH.format("marts.dim_thing", "marts.fct_thing")).fetchall()
    """,
    "duckdb, kept open": """
        if not kept:
            kept.append(duckdb.connect(f"{place}/warehouse.duckdb", read_only=True))
        return kept[0].execute(BOTH.format("marts.dim_thing", "marts.fct_thing")).fetchall()
    """,
    "parquet, one mart by its stable name": """
        return plain.execute(f"select distinct release, count(*) over () from"
                             f" '{place}/marts/fct_thing.parquet'").fetchall()
    """,
    "parquet, all marts of the release that current leads to": """
        marts = release_of(place) + "/marts"
        names = [f"'{marts}/{name}.parquet'" for name in ("dim_thing", "fct_thing")]
        files = plain.execute(f"select count(*) from glob('{marts}/*.parquet')").fetchall()
        assert files == [(3,)], files
        return plain.execute(BOTH.format(*names)).fetchall()
    """,
}
READER = """
import os, sys, time, json, duckdb
place = sys.argv[1]
BOTH = "select release, count(*) from (select release from {} union all select release from {})" \\
       " group by all"
plain, kept = duckdb.connect(), []

def release_of(place):
    current = place + "/current"
    if os.path.islink(current):
        return os.path.realpath(current)
    return place + "/" + open(current).read().strip()

def answer():
WAY
reads, seen, wrong, over = 0, set(), [], False
print("reading", flush=True)
while not over:
    over = os.path.exists(sys.argv[2])  # one more answer: each reader has at least one
    try:
        rows = answer()
    except Exception as error:
        wrong.append(f"{type(error).__name__}: {error}")
        continue
    reads += 1
    time.sleep(PAUSE)
    seen.update(row[0] for row in rows)
    if len(rows) != 1:
        wrong.append(f"one answer of two releases: {rows}")
print(json.dumps({"reads": reads, "releases": len(seen), "wrong": wrong[:3]}))
"""


@pytest.fixture
def settings(handmade: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A first release; only two are kept."""
    monkeypatch.setattr(inputs, "CODE", ("dbt_project.yml",))  # the whole takes longer than a run
    monkeypatch.setattr(manifest, "code_version", dict)
    release(handmade, 0)
    return handmade


def release(settings: Settings, number: int) -> str:
    """Publish a candidate whose every mart carries `number`; returns the id."""
    make_candidate(settings)
    with candidate.connect(settings.build_db, read_only=False) as connection:
        for mart in ("dim_thing", "fct_thing"):
            connection.execute(f"alter table marts.{mart} add column release integer")
            connection.execute(f"update marts.{mart} set release = {number}")
    gate_of(settings)
    return publish_now(settings).name


@contextmanager
def reading(settings: Settings, ways: list[str], count: int) -> Iterator[list[dict]]:
    """Processes that read until the block ends; then what each of them saw is in the list."""
    stop, found = settings.publish_dir.parent / "stop", []
    readers = []
    for number in range(count):
        body = "\n".join("    " + line[8:] for line in WAYS[ways[number % len(ways)]].split("\n"))
        command = [
            sys.executable,
            "-c",
            READER.replace("WAY\n", body + "\n").replace("PAUSE", PAUSE),
        ]
        command += [str(settings.publish_dir), str(stop)]
        readers.append(
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        )
    for reader in readers:
        assert reader.stdout.readline() == "reading\n"
    try:
        yield found
    finally:
        stop.touch()
        printed = [reader.communicate()[0] for reader in readers]
    found += [json.loads(text.splitlines()[-1]) for text in printed]


def publish_and_roll_back(settings: Settings, swaps: int) -> None:
    """Two new releases, then back to the one before, and so on."""
    for number in range(1, swaps + 1):
        if number % 3:
            release(settings, number)
        else:
            with swap.publisher_lock(settings.publish_dir):
                before = swap.releases(settings.publish_dir)[-2]
                swap.swap_in(settings.publish_dir, before, links=settings.links)


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_readers_see_one_release_at_a_time(
    settings: Settings, links: bool, record_property, capsys: pytest.CaptureFixture
):
    settings, swaps = replace(settings, links=links), PUBLISHES if links else PUBLISHES // 3
    release(settings, 0)
    ways = list(WAYS)
    with reading(settings, ways, READERS) as found:
        publish_and_roll_back(settings, swaps)
    assert [saw["wrong"] for saw in found] == [[]] * READERS
    for number, saw in enumerate(found):
        assert saw["reads"] > 0
        # one that keeps its connection stays with the release it opened
        assert (saw["releases"] == 1) == ("kept" in ways[number % len(ways)])
    reads = sum(saw["reads"] for saw in found)
    record_property("reads", reads)
    with capsys.disabled():
        print(f"\n{reads:,} reads during {swaps} publishes and rollbacks, links: {links}")


def test_a_release_under_a_reader_is_not_pruned_at_once(settings: Settings):
    """Who looked up the files of a release finds them though it is old by now."""
    marts = (settings.publish_dir / "marts").resolve()
    listed = [path for path in marts.iterdir() if path.suffix == ".parquet"]
    for number in range(1, 5):
        release(settings, number)
    rows = duckdb.sql(f"select distinct release from read_parquet('{marts}/fct_thing.parquet')")
    assert rows.fetchall() == [(0,)]
    assert all(path.exists() for path in listed)


def test_an_answer_of_two_releases_is_noticed(settings: Settings):
    """A reader that looks one file up in each of two releases."""
    old = (settings.publish_dir / "current").resolve()
    release(settings, 1)
    (settings.publish_dir / "marts").unlink()
    mixed = settings.publish_dir / "marts"
    mixed.mkdir()
    (settings.publish_dir / "current").unlink()
    (settings.publish_dir / "current").write_text(".")
    for source, name in ((old, "dim_thing"), (settings.publish_dir, "fct_thing")):
        newest = settings.publish_dir / "releases" / swap.releases(settings.publish_dir)[-1]
        source = source if source == old else newest
        (mixed / f"{name}.parquet").write_bytes((source / "marts" / f"{name}.parquet").read_bytes())
    (mixed / "third.parquet").write_bytes((mixed / "dim_thing.parquet").read_bytes())
    ways = ["parquet, all marts of the release that current leads to"]
    with reading(settings, ways, 1) as found:
        pass
    assert "one answer of two releases" in found[0]["wrong"][0]
