"""Killed anywhere: the release stays whole, the next run succeeds, nothing is lost or left over.

Belongs here: the figures of a run of crashes.py, and proofs that it would notice. Does not: what a
kill is (crash_points.py), what must hold (crashes.py). Longer: benchmarks/kills.py.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import crash_points
from conftest import publish_now
from crashes import KILLS, SEED, SHARES, faults_of_release, kills_of
from orchestration.settings import ROOT, Settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL and no fork")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """What the kills of each stage did, from a process of its own."""
    print(f"seed {SEED}, {KILLS} kills: NETZERO_SEED and NETZERO_KILLS ask for others")
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, str(here / "crashes.py"), str(tmp_path_factory.mktemp("crash"))],
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = [
        json.loads(x) for x in done.stdout.splitlines() if x.startswith(('{"stage"', '{"refused"'))
    ]
    assert lines, done.stdout[-4000:]
    return {line.get("stage") or f"disk of {line['refused']}": line for line in lines}


@pytest.mark.parametrize("stage", SHARES)
def test_killed_at_points_drawn_by_a_seed(reports: dict[str, dict], stage: str):
    report = reports[stage]
    assert report["faults"] == [], f"seed {SEED}"
    assert report["kills"] == kills_of(stage)
    assert report["at_a_change"] + report["at_a_moment"] == report["kills"]


def test_all_kills_add_up(reports: dict[str, dict]):
    killed = [reports[stage] for stage in SHARES]
    assert sum(report["kills"] for report in killed) == KILLS
    for count in ("at_a_change", "at_a_moment", "of_the_group"):
        assert sum(report[count] for report in killed) > KILLS / 10


@pytest.mark.parametrize("stage", SHARES)
def test_a_disk_that_refuses_is_named_and_nothing_is_lost(reports: dict[str, dict], stage: str):
    """Full, read-only, or with a limit for the size of a file."""
    report = reports[f"disk of {stage}"]
    assert report["faults"] == [], f"seed {SEED}"
    assert min(report["full"], report["closed"], report["cut_off"]) > 0
    assert any("it is read-only; mount it for writing" in said for said in report["said"])
    assert (
        any("the disk is full; free some space there" in said for said in report["said"])
        or (report["went_through"])
    )


def test_a_release_that_is_not_whole_is_noticed(handmade: Settings):
    folder = publish_now(handmade)
    assert faults_of_release(handmade.publish_dir) == []
    assert faults_of_release(handmade.publish_dir, {"another"}) == [f"{folder.name} is current"]
    (folder / "quality.html").write_bytes(b"half of i")
    (folder / "left.over").touch()
    assert faults_of_release(handmade.publish_dir) == [
        f"{folder.name} has other files than its manifest",
        "quality.html is not the one of the manifest",
    ]


def test_a_point_is_the_same_change_in_every_run(tmp_path: Path):
    """The third change is never made, the two before it are."""

    def act() -> None:
        for number in range(5):
            (tmp_path / f"made{number}").mkdir()

    def watch() -> crash_points.Changes:
        return crash_points.Changes(3, crash_points.die(alone=True))

    assert crash_points.run(act, tmp_path / "printed.txt").changes == 5
    for number in range(5):
        (tmp_path / f"made{number}").rmdir()
    ended = crash_points.run(act, tmp_path / "printed.txt", watch=watch)
    assert ended.code == crash_points.KILLED
    assert sorted(path.name for path in tmp_path.glob("made*")) == ["made0", "made1"]


def test_a_process_that_outlives_its_command_is_noticed(tmp_path: Path):
    def act() -> None:
        subprocess.Popen(["sleep", "30"])

    ended = crash_points.run(act, tmp_path / "printed.txt", patience=0.2)
    assert ended.left == crash_points.LOST
