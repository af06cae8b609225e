"""Publishing where symbolic links are not allowed: a pointer, and files replaced one by one.

Belongs here: what readers see then, step by step. Does not: what a release holds (test_publish).
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import gate_of, make_candidate, publish_now, query
from orchestration import settings as settings_module
from orchestration.errors import PublishRefused
from orchestration.publish import swap

OLD, NEW = "20300101T000000.000000Z-aaaaaaaa", "20300102T000000.000000Z-bbbbbbbb"
FILES = {
    OLD: (
        "warehouse.duckdb",
        "manifest.json",
        "quality.html",
        "marts/a.parquet",
        "marts/b.parquet",
    ),
    NEW: (
        "warehouse.duckdb",
        "manifest.json",
        "quality.html",
        "marts/a.parquet",
        "marts/c.parquet",
    ),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two finished releases, of which the newer lacks a mart and has another."""
    for release, names in FILES.items():
        for name in names:
            path = tmp_path / "releases" / release / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{name} of {release}")
    return tmp_path


def seen(place: Path) -> dict[str, str]:
    """What stands at the stable names: the release that each file is of, by name."""
    paths = [place / n for n in swap.STABLE_NAMES if n != "marts"]
    paths += list((place / "marts").glob("*"))
    found = {p.relative_to(place).as_posix(): p.read_text() for p in paths if p.is_file()}
    return {name: text.removeprefix(f"{name} of ") for name, text in found.items()}


def whole(release: str) -> dict[str, str]:
    return dict.fromkeys(FILES[release], release)


@pytest.fixture(params=["hard links", "copies"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "copies":

        def refuse(source, goal):
            raise OSError("no hard links across devices")

        monkeypatch.setattr(os, "link", refuse)
    return request.param


def test_the_names_are_files_and_the_pointer_names_the_release(place: Path, either: str):
    swap.swap_in(place, OLD, links=False)
    swap.swap_in(place, NEW, links=False)
    assert (place / "current").read_text() == f"releases/{NEW}\n"
    assert swap.current_release(place) == NEW
    assert seen(place) == whole(NEW)
    assert swap.is_shown(place, NEW) and not swap.is_shown(place, OLD)
    assert not [path for path in place.rglob("*") if path.is_symlink()]
    assert [path.name for path in place.glob(f"{swap.UNFINISHED}*")] == []


def test_pruning_takes_nothing_from_the_stable_names(
    place: Path, either: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swap, "GRACE_SECONDS", 0)
    swap.swap_in(place, OLD, links=False)
    assert swap.prune(place, keep=1) == []  # the older one is current
    swap.swap_in(place, NEW, links=False)
    assert swap.prune(place, keep=1) == [OLD]
    assert seen(place) == whole(NEW)


def test_rolling_back(place: Path):
    swap.swap_in(place, NEW, links=False)
    swap.swap_in(place, OLD, links=False)
    assert swap.current_release(place) == OLD
    assert seen(place) == whole(OLD)


def test_links_come_and_go(place: Path):
    """A folder moves to a system without links, and back."""
    swap.swap_in(place, OLD, links=True)
    swap.swap_in(place, NEW, links=False)
    assert (swap.current_release(place), seen(place)) == (NEW, whole(NEW))
    assert not (place / "marts").is_symlink()
    swap.swap_in(place, OLD, links=True)
    assert (swap.current_release(place), seen(place)) == (OLD, whole(OLD))
    assert (place / "marts").is_symlink() and (place / "current").is_symlink()
    assert list(place.glob(f"{swap.UNFINISHED}*")) == []


def test_a_pointer_is_chosen_where_links_cannot_be_made(
    place: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(self, target, target_is_directory=False):
        raise OSError("a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    swap.swap_in(place, NEW)
    assert (place / "current").is_file()
    assert seen(place) == whole(NEW)


class Killed(BaseException):
    """Not an Exception, so that nothing tidies up on the way out."""


def fail_at(step: int, failure: Exception | Killed) -> Callable:
    """os.replace that raises at its `step`th call."""
    replace, calls = os.replace, []

    def counted(source, goal):
        calls.append(goal)
        if len(calls) == step + 1:
            raise failure
        replace(source, goal)

    return counted


@pytest.mark.parametrize("step", range(6))
def test_killed_at_any_step_the_pointer_and_each_file_are_whole(
    place: Path, step: int, monkeypatch: pytest.MonkeyPatch
):
    swap.swap_in(place, OLD, links=False)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail_at(step, Killed()))
        with pytest.raises(Killed):
            swap.swap_in(place, NEW, links=False)
    assert swap.current_release(place) == OLD  # the pointer comes last
    assert set(seen(place).values()) <= {OLD, NEW}
    assert not swap.is_shown(place, OLD) or step == 0
    swap.remove_leftovers(place)
    swap.swap_in(place, OLD, links=False)
    assert seen(place) == whole(OLD)


@pytest.mark.parametrize("step", range(5))
def test_a_file_that_is_open_elsewhere_keeps_the_release_of_before(
    place: Path, step: int, monkeypatch: pytest.MonkeyPatch
):
    """Windows replaces no file that a program has open."""
    swap.swap_in(place, OLD, links=False)
    with monkeypatch.context() as patch:
        in_use = PermissionError(13, "Permission denied", "fresh", None, "warehouse.duckdb")
        patch.setattr(os, "replace", fail_at(step, in_use))
        with pytest.raises(PublishRefused, match=r"warehouse.duckdb could not.* close it"):
            swap.swap_in(place, NEW, links=False)
    assert swap.current_release(place) == OLD
    assert seen(place) == whole(OLD)


def test_damaged_files_are_noticed_and_replaced(place: Path, either: str):
    swap.swap_in(place, NEW, links=False)
    (place / "warehouse.duckdb").unlink()
    (place / "warehouse.duckdb").write_text("something else")
    assert not swap.is_shown(place, NEW)
    swap.swap_in(place, NEW, links=False)
    (place / "marts" / "a.parquet").unlink()
    assert not swap.is_shown(place, NEW)
    swap.swap_in(place, NEW, links=False)
    assert seen(place) == whole(NEW)


def test_a_real_release_is_published_by_the_setting(handmade, monkeypatch: pytest.MonkeyPatch):
    settings = settings_module.load(
        {
            "NETZERO_LINKS": "off",
            "NETZERO_BUILD_DB": str(handmade.build_db),
            "NETZERO_PUBLISH_DIR": str(handmade.publish_dir),
            "NETZERO_LANDED": str(handmade.landed_dir),
            "DBT_TARGET_PATH": str(handmade.target_dir),
        }
    )
    warehouse = handmade.publish_dir / "warehouse.duckdb"
    publish_now(settings)
    first = query(warehouse, "select max(quantity) from marts.fct_thing")
    make_candidate(settings, quantity=9.5)
    gate_of(settings)
    folder = publish_now(settings)
    assert first == [(1.5,)]
    assert query(warehouse, "select max(quantity) from marts.fct_thing") == [(9.5,)]
    assert not warehouse.is_symlink()
    assert swap.current_release(handmade.publish_dir) == folder.name
    assert swap.is_shown(handmade.publish_dir, folder.name)
