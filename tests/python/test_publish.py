"""Publishing: what a release holds, and that readers never see less than a whole one."""

import json
import os
import subprocess
import sys

import duckdb
import pytest

from conftest import gate_of, make_candidate, publish_now, query, tree_of
from orchestration import cli, files
from orchestration.candidate import sha256_of
from orchestration.checks import report
from orchestration.errors import PublishRefused
from orchestration.measure import Measurements
from orchestration.publish import manifest, release, swap
from orchestration.publish.content import content_sha256
from orchestration.publish.release import publish
from orchestration.settings import Settings


def published_quantity(settings: Settings) -> float:
    warehouse = settings.publish_dir / "warehouse.duckdb"
    return query(warehouse, "select max(quantity) from marts.fct_thing")[0][0]


def test_a_release_is_complete_and_reachable_by_its_stable_names(handmade: Settings):
    folder = publish_now(handmade)
    place = handmade.publish_dir
    assert os.readlink(place / "current") == f"releases/{folder.name}"
    assert {p.name for p in place.iterdir() if p.is_symlink()} == {"current", *swap.STABLE_NAMES}
    warehouse = place / "warehouse.duckdb"
    # The view names its catalogue: it works only if the published file kept the candidate's.
    assert query(warehouse, "select printed from staging.stg_raw") == [("1,343",)]
    assert query(warehouse, "select severity, success from marts.dq_expectation_result") == [
        ("critical", True)
    ]
    assert (folder / "warehouse.duckdb").stat().st_mode & 0o777 == 0o444
    assert {p.name for p in (place / "marts").iterdir()} == {
        *("dim_thing.parquet", "fct_thing.parquet", "dq_expectation_result.parquet")
    }
    rows = duckdb.sql(f"select * from '{place}/marts/fct_thing.parquet'").fetchall()
    assert rows == query(warehouse, "from marts.fct_thing order by all")
    assert "passed" in (place / "quality.html").read_text(encoding="utf-8")


def test_the_manifest_describes_the_files_beside_it(handmade: Settings):
    folder = publish_now(handmade)
    facts = json.loads((handmade.publish_dir / "manifest.json").read_text(encoding="utf-8"))
    files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert set(facts["files"]) == files - {"manifest.json"}
    for name, stated in facts["files"].items():
        assert sha256_of(folder / name) == stated["sha256"]
        assert (folder / name).stat().st_size == stated["bytes"]
    assert facts["release_id"] == folder.name
    assert facts["marts"]["fct_thing"] == {
        "row_count": 3,
        "columns": [{"name": "year", "type": "BIGINT"}, {"name": "quantity", "type": "DOUBLE"}],
    }
    assert facts["vars"]["gwp_set"]
    assert facts["dbt"] == {"model": {"success": 2}}
    assert facts["measurements"]["peak_memory_mb"]["this_process"] > 0
    assert facts["expectations"] == [
        {"boundary": "published", "severity": "critical", "success": True, "count": 1}
    ]


def test_readers_of_the_old_release_go_on_while_new_readers_see_the_new_one(handmade: Settings):
    publish_now(handmade)
    warehouse = handmade.publish_dir / "warehouse.duckdb"
    parquet = handmade.publish_dir / "marts" / "fct_thing.parquet"
    reader = subprocess.Popen(
        [sys.executable, "-c", OLD_READER, str(warehouse), str(parquet)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "open\n"
    make_candidate(handmade, quantity=9.5)
    publish_now(handmade)
    answer, _ = reader.communicate("go\n")
    assert answer == "1.5 True\n"
    assert published_quantity(handmade) == 9.5


# Opens both files, waits for a line on stdin, and only then reads what it opened.
OLD_READER = """
import sys, duckdb, hashlib
connection = duckdb.connect(sys.argv[1], read_only=True)
parquet = open(sys.argv[2], "rb")
before = hashlib.sha256(open(sys.argv[2], "rb").read()).digest()
print("open", flush=True)
sys.stdin.readline()
value = connection.execute("select max(quantity) from marts.fct_thing").fetchone()[0]
print(value, hashlib.sha256(parquet.read()).digest() == before)
"""


@pytest.mark.parametrize(
    ("place", "function"),
    [
        (release, "fill"),
        (release, "write_parquet"),
        (report, "write"),
        (manifest, "build"),
        (files, "sync_tree"),
        (swap, "swap_in"),
    ],
)
def test_a_failing_step_leaves_the_release_as_it_was(
    handmade: Settings, monkeypatch: pytest.MonkeyPatch, place, function: str
):
    publish_now(handmade)
    before = tree_of(handmade.publish_dir)
    make_candidate(handmade, quantity=9.5)

    def crash(*args, **kwargs):
        raise OSError("disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(place, function, crash)
        with pytest.raises(OSError, match="disk is full"):
            publish_now(handmade)
    assert tree_of(handmade.publish_dir) == before
    publish_now(handmade)
    assert published_quantity(handmade) == 9.5


def test_what_a_killed_publisher_left_is_removed_by_the_next(handmade: Settings):
    releases = handmade.publish_dir / "releases"
    half = releases / f"{swap.UNFINISHED}20260101T000000.000000Z-aaaaaaaa"
    half.mkdir(parents=True)
    (half / "warehouse.duckdb").write_text("half")
    (half / "warehouse.duckdb").chmod(0o444)
    (handmade.publish_dir / f"{swap.UNFINISHED}current").symlink_to("releases/nowhere")
    publish_now(handmade)
    assert not list(handmade.publish_dir.rglob(f"{swap.UNFINISHED}*"))


def test_a_failed_warning_publishes(handmade: Settings):
    gate = gate_of(handmade, success=False, severity="warning")
    publish(handmade, gate, Measurements())
    assert published_quantity(handmade) == 1.5


def test_old_releases_go_but_never_the_current_one(
    handmade: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swap, "GRACE_SECONDS", 0)
    first, second, third = (publish_now(handmade).name for _ in range(3))
    assert first < second < third  # unique and in order within one second
    assert swap.releases(handmade.publish_dir) == [second, third]
    swap.swap_in(handmade.publish_dir, second)  # an operator rolls back
    swap.prune(handmade.publish_dir, keep=1)
    assert swap.current_release(handmade.publish_dir) == second
    assert swap.releases(handmade.publish_dir) == [second, third]


def test_a_release_that_was_current_a_moment_ago_stays_for_its_readers(handmade: Settings):
    old = publish_now(handmade)
    day = 24 * 60 * 60
    os.utime(old, (old.stat().st_mtime - day,) * 2)  # made yesterday, current until now
    others = [publish_now(handmade) for _ in range(3)]
    assert len(swap.releases(handmade.publish_dir)) == 4  # two are kept, two have readers
    for folder in (old, *others):
        os.utime(folder, (folder.stat().st_mtime - day,) * 2)
    publish_now(handmade)
    assert swap.releases(handmade.publish_dir)[0] == others[2].name


def test_rolling_back_names_what_there_is_and_swaps(
    handmade: Settings, capsys: pytest.CaptureFixture
):
    first, second = (publish_now(handmade).name for _ in range(2))
    cli.rollback(handmade, [])
    assert capsys.readouterr().out.splitlines() == [first, f"{second}  current"]
    cli.rollback(handmade, [first])
    assert capsys.readouterr().out.splitlines() == [f"{first}  current", second]
    with pytest.raises(PublishRefused, match="no complete release 2020"):
        cli.rollback(handmade, ["2020"])
    assert swap.current_release(handmade.publish_dir) == first


def test_links_that_were_damaged_are_repaired(handmade: Settings):
    publish_now(handmade)
    (handmade.publish_dir / "warehouse.duckdb").unlink()
    (handmade.publish_dir / "marts").unlink()
    (handmade.publish_dir / "marts").symlink_to("elsewhere")
    publish_now(handmade)
    assert published_quantity(handmade) == 1.5
    assert (handmade.publish_dir / "marts" / "fct_thing.parquet").exists()


def test_the_content_hash_knows_content_from_order():
    def of(rows: str) -> str:
        with duckdb.connect() as connection:
            connection.execute("create schema marts")
            connection.execute(f"create table marts.t as select * from (values {rows}) as v(k, x)")
            return content_sha256(connection, ["t"])

    same = of("('a', 0.1::double + 0.2), ('b', null)")
    assert same == of("('b', null), ('a', 0.3::double)")
    assert same != of("('a', 0.3001::double), ('b', null)")
    assert of("('a', 0::double)") == of("('a', -0.0::double)")
    assert of("('a', 2269413.925::double)") == of("('a', 2269413.925::double + 1e-9)")
    assert same != of("('a', 0.3::double), ('b', 0)")
