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


@pytest.mark.parametrize("found", [(3, 6, 15), (3, 8, 10), (3, 10, 0)])
def test_an_old_python_is_told_which_one_to_install(
    found: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "version_info", found)
    says = rf"Python 3\.11 or newer is needed; this is Python 3\.{found[1]}\."
    with pytest.raises(SystemExit, match=says):
        runpy.run_path(str(ROOT / "orchestration" / "__main__.py"))


def test_an_old_python_can_read_as_far_as_that_sentence():
    source = (ROOT / "orchestration" / "__main__.py").read_text(encoding="utf-8")
    source.encode("ascii")  # before 3.7 the file would be read in another encoding
    ast.parse(source, feature_version=(3, 4))


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
    told = facts["reconciliation"]
    assert len(told["mismatches"]) == told["by_verdict"].get("mismatch", 0)
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
