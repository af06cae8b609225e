"""Two commands at once: the second is refused and told who runs, waits, or does not matter.

Belongs here: every pair that can meet, and what a holder that was killed leaves. Does not:
Dagster's own queue (test_dagster), what a killed command leaves on disk (test_crash).
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import gate_of, make_candidate, publish_now
from orchestration import candidate, cli, dbt, inputs, locking
from orchestration.checks import engine, runner
from orchestration.errors import CandidateUnusable, LandingRefused, PublishRefused, RunStopped
from orchestration.landing import store
from orchestration.publish import manifest, release, swap
from orchestration.settings import ROOT, Settings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the holders are forks")

# where each command is held up, in the middle of its work
MIDDLE = {
    "build": (dbt, "run"),
    "gate": (runner, "check_candidate"),
    "publish": (release, "fill"),
    "rollback": (swap, "swap_in"),
    "land": (store, "rebuild_lists"),
}
NEAR_THE_CANDIDATE = ("build", "gate", "publish")


@pytest.fixture
def settings(handmade: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A published release, a candidate the gate passed, an empty landing folder."""
    monkeypatch.setattr(swap, "PATIENCE", 0.2)
    monkeypatch.setattr(locking, "MOMENT", 0.2)
    monkeypatch.setattr(inputs, "CODE", ("dbt_project.yml",))  # the whole takes longer than a run
    monkeypatch.setattr(manifest, "code_version", dict)
    monkeypatch.setattr(engine, "load_meanwhile", lambda: None)
    publish_now(handmade)
    gate_of(handmade)
    (handmade.publish_dir.parent / "landing").mkdir()
    (handmade.landed_dir / "activity_data").mkdir(parents=True)
    return replace(handmade, landing_dir=handmade.publish_dir.parent / "landing")


def run(settings: Settings, name: str) -> None:
    """The command, as the command line calls it."""
    current = swap.current_release(settings.publish_dir)
    arguments = {"build": ["--force"], "rollback": [current]}.get(name, [])
    sys.argv = ["orchestration/cli.py", name, *arguments]
    cli.COMMANDS[name](settings, arguments)


@contextmanager
def in_another_process(work: Callable[[Callable[..., None]], None]) -> Iterator[int]:
    """Fork; the child calls `work` with what it calls when it holds; yields its pid until then."""
    told, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        with suppress(BaseException):
            work(lambda seconds=60: (os.write(tell, b"held"), time.sleep(seconds)))
        os._exit(1)
    os.close(tell)
    with os.fdopen(told, "rb") as pipe:
        assert pipe.read(4) == b"held", "the holder ended before it held anything"
        try:
            yield pid
        finally:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def held_up(settings: Settings, name: str) -> Callable[[Callable[[], None]], None]:
    """The real command, held up in its middle."""

    def work(hold: Callable[[], None]) -> None:
        place, function = MIDDLE[name]
        setattr(place, function, lambda *args, **kwargs: hold())
        run(settings, name)

    return work


REFUSALS = [
    *((one, two, CandidateUnusable) for one in NEAR_THE_CANDIDATE for two in NEAR_THE_CANDIDATE),
    *((one, "land", LandingRefused) for one in NEAR_THE_CANDIDATE),
    *(("land", two, CandidateUnusable) for two in NEAR_THE_CANDIDATE),
    ("land", "land", LandingRefused),
    ("publish", "rollback", PublishRefused),
    ("rollback", "publish", PublishRefused),
    ("rollback", "rollback", PublishRefused),
]


@pytest.mark.parametrize(("first", "second", "refusal"), REFUSALS)
def test_the_second_is_refused_and_told_who_runs(
    settings: Settings, first: str, second: str, refusal: type[RunStopped]
):
    before = swap.current_release(settings.publish_dir)
    with in_another_process(held_up(settings, first)) as pid:
        told = (
            rf"It is `python3 -m orchestration {first}`, process {pid}, since 20\d\d-.*kill {pid}"
        )
        with pytest.raises(refusal, match=told):
            run(settings, second)
    assert swap.current_release(settings.publish_dir) == before


@pytest.mark.parametrize("first", MIDDLE)
def test_what_a_killed_holder_left_is_in_nobodys_way(settings: Settings, first: str):
    with in_another_process(held_up(settings, first)):
        pass
    run(settings, "land")
    make_candidate(settings)  # the build that was killed had begun with nothing
    gate_of(settings)
    for second in ("rollback", "publish"):
        run(settings, second)
    assert not list(settings.publish_dir.parent.rglob(f"*{locking.HOLDER}"))


@pytest.mark.parametrize(("first", "second"), [("land", "rollback"), ("build", "rollback")])
def test_what_does_not_meet_goes_on(settings: Settings, first: str, second: str):
    with in_another_process(held_up(settings, first)):
        run(settings, second)


def test_a_publisher_waits_for_a_short_rollback(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swap, "PATIENCE", 30)

    def work(hold: Callable[..., None]) -> None:
        with swap.publisher_lock(settings.publish_dir):
            hold(0.5)

    with in_another_process(work):
        run(settings, "publish")


def test_two_builds_may_read_what_is_landed(settings: Settings, tmp_path: Path):
    """Of other candidates; a landing waits for both, and each is named while it runs."""
    other = replace(
        settings, build_db=tmp_path / "other" / "warehouse.db", target_dir=tmp_path / "other"
    )
    with in_another_process(held_up(settings, "build")) as pid:
        with candidate.claimed(other), pytest.raises(LandingRefused, match="process"):
            run(settings, "land")
        with pytest.raises(LandingRefused, match=f"process {pid}"):
            run(settings, "land")
    run(settings, "land")
    names = [path.name for path in settings.landed_dir.iterdir()]
    assert [name for name in names if name.startswith(f"{locking.LANDING}.with")] == []


def test_a_claim_within_a_claim_is_the_same(settings: Settings):
    with candidate.claimed(settings):
        with candidate.claimed(settings):
            pass
        with in_another_process(held_up(settings, "rollback")):
            pass
        assert (settings.target_dir / f"{candidate.LOCK}{locking.HOLDER}").exists()
    assert not list(settings.target_dir.glob(f"*{locking.HOLDER}"))


@pytest.mark.parametrize(
    "facts",
    [
        {"pid": os.getpid(), "command": "python3 -m orchestration land", "since": 1e9},
        {"pid": 2**30, "command": "python3 -m orchestration land", "since": 1e9},
        {"pid": "?"},
    ],
    ids=["the number is another process's now", "nobody has the number", "half written"],
)
def test_what_is_known_of_a_dead_holder_misleads_nobody(tmp_path: Path, facts: dict):
    """The next holder has the lock and did not yet say who it is."""
    path = tmp_path / ".lock"
    path.with_name(path.name + locking.HOLDER).write_text(json.dumps(facts))
    assert locking.holder_of(path) == "It has only just begun, so it cannot be named."


def test_what_a_killed_process_spilled_is_removed(settings: Settings):
    settings.spill_dir.mkdir()
    for name in ("duckdb_temp_storage_S64K-0.tmp", "of somebody else.tmp"):
        (settings.spill_dir / name).write_bytes(b"spilled")
    with candidate.claimed(settings):
        assert [p.name for p in settings.spill_dir.iterdir()] == ["of somebody else.tmp"]


def test_builds_of_two_target_folders_do_not_spill_into_one(settings: Settings):
    """DuckDB gives its files the same names in every process."""
    assert settings.environment()["NETZERO_TEMP_DIR"] == str(settings.spill_dir)


def test_where_nothing_can_be_written_nobody_lands(settings: Settings):
    """A build reads a folder that it may not write to."""
    absent = replace(settings, landed_dir=ROOT / "nowhere")
    with candidate.claimed(absent):
        assert not absent.landed_dir.exists()
