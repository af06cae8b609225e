"""The two commands: making the environment, and what `build` prints and leaves."""

import ast
import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Built, settings_in
from orchestration import bootstrap, dbt, pipeline
from orchestration.errors import BuildFailed
from orchestration.measure import Measurements
from orchestration.settings import ROOT


def fake_venv(folder: Path) -> Path:
    """A directory that passes for a working .venv: its python is a link to this one."""
    (folder / "bin").mkdir(parents=True)
    python = bootstrap.venv_python(folder)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return folder


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("dbt-core==1.11.16 --hash=sha256:00\n")
    return path


@pytest.mark.parametrize("found", [(3, 6, 15), (3, 8, 10), (3, 10, 0)])
def test_an_old_python_is_told_which_one_to_install(found: tuple[int, ...], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "version_info", found)
    with pytest.raises(SystemExit, match=rf"Python 3\.11 or newer is needed; this is Python 3\.{found[1]}\."):
        runpy.run_path(str(ROOT / "orchestration" / "__main__.py"))


def test_an_old_python_can_read_as_far_as_that_sentence():
    source = (ROOT / "orchestration" / "__main__.py").read_text(encoding="utf-8")
    source.encode("ascii")  # before 3.7 the file would be read in another encoding
    ast.parse(source, feature_version=(3, 4))


def test_a_python_without_ensurepip_is_told_the_package():
    with pytest.raises(bootstrap.SetupFailed, match="apt install python3-venv"):
        bootstrap.require_ensurepip(present=False)


def test_the_bootstrap_needs_nothing_installed():
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import orchestration.bootstrap"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def test_no_environment_is_absent(tmp_path: Path, lock: Path):
    assert bootstrap.state_of(tmp_path / ".venv", [lock]) == "absent"


def test_an_environment_is_ready_until_the_lock_changes(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    assert bootstrap.state_of(venv, [lock]) == "outdated"
    bootstrap.write_stamp(venv, lock)
    assert bootstrap.state_of(venv, [lock]) == "ready"
    lock.write_text("dbt-core==1.11.17 --hash=sha256:00\n")
    assert bootstrap.state_of(venv, [lock]) == "outdated"


def test_the_dev_lock_satisfies_build_but_not_the_other_way(tmp_path: Path):
    venv = fake_venv(tmp_path / ".venv")
    core, dev = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
    bootstrap.write_stamp(venv, dev)
    assert bootstrap.state_of(venv, bootstrap.locks_for("build")) == "ready"
    bootstrap.write_stamp(venv, core)
    assert bootstrap.state_of(venv, bootstrap.locks_for("build")) == "ready"
    assert bootstrap.state_of(venv, bootstrap.locks_for("test")) == "outdated"


def test_the_dev_lock_holds_every_pin_of_the_core_lock():
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.rstrip(" \\") for line in lines if line[:1].isalnum()}

    assert len(pins("requirements.txt")) > 20
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_an_interrupted_installation_is_made_anew(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    (venv / "installing").touch()
    assert bootstrap.state_of(venv, [lock]) == "broken"


def test_a_moved_environment_is_made_anew(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    venv.rename(tmp_path / "renamed")
    assert bootstrap.state_of(tmp_path / "renamed", [lock]) == "broken"


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    bootstrap.venv_python(venv).unlink()
    bootstrap.venv_python(venv).symlink_to("/nowhere/python3.11")
    assert bootstrap.state_of(venv, [lock]) == "broken"


def test_pip_failing_leaves_a_sentence_and_no_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    lock = tmp_path / "requirements.txt"
    lock.write_text("no-such-package-of-netzero==1.0 --hash=sha256:" + "0" * 64 + "\n")
    venv = fake_venv(tmp_path / ".venv")
    monkeypatch.setenv("PIP_NO_INDEX", "1")  # nothing is asked of the network
    with pytest.raises(bootstrap.SetupFailed, match="package index cannot be reached"):
        bootstrap.install(venv, lock, bootstrap.Progress())
    assert bootstrap.state_of(venv, [lock]) == "broken"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "differs from the one in the lock"),
        ("NewConnectionError: Failed to establish", "package index cannot be reached"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("something else", "pip could not install"),
    ],
)
def test_pip_failures_are_told_apart(output: str, sentence: str):
    assert sentence in bootstrap.explain_pip_failure(output)


def test_an_unknown_command_prints_the_commands():
    command = [sys.executable, str(ROOT / "orchestration"), "biuld"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert all(command in done.stderr for command in bootstrap.COMMANDS)


def test_build_prints_one_number_that_was_worked_by_hand(built: Built):
    # Table 3.5-1, 2021: 578 x 10^8 kWh; x 0.509 kgCO2e/kWh (2021) = 29,420,200 tCO2e.
    assert "57,800,000,000 kWh = 29,420,200 tCO2e" in built.output
    assert "3.5-1" in built.output


def test_build_says_where_the_marts_are_and_what_it_cost(built: Built):
    for name in ("warehouse.duckdb", "marts", "manifest.json", "quality.html"):
        path = built.settings.publish_dir / name
        assert path.exists() and str(path) in built.output
    facts = json.loads((built.settings.publish_dir / "manifest.json").read_text(encoding="utf-8"))
    assert {"dbt_build", "gate", "publish"} <= facts["measurements"]["wall_seconds"].keys()
    assert facts["measurements"]["sql_seconds"] > 0
    assert set(facts["reconciliation"]["by_verdict"]) <= {"match", "rounding", "mismatch"}
    assert len(facts["reconciliation"]["mismatches"]) == facts["reconciliation"]["by_verdict"].get("mismatch", 0)
    assert facts["source_releases"] and facts["dbt"]["test"]["pass"] > 0


def test_the_candidate_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing an older build left may reach a release."""
    settings = settings_in(tmp_path)
    settings.build_db.write_bytes(b"left by an older build")
    seen = []

    def run(settings, *arguments, say):
        seen.append((settings.build_db.exists(), arguments))
        raise BuildFailed("this is as far as it goes")

    monkeypatch.setattr(dbt, "run", run)
    with pytest.raises(BuildFailed):
        pipeline.build(settings, Measurements(), "--vars", "{gwp_set: AR6}")
    without = ("--exclude-resource-type", "unit_test")
    assert seen == [(False, ("build", *without, "--vars", "{gwp_set: AR6}"))]
