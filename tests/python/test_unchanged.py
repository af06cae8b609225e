"""A build in which nothing changed ends at once and says so.

Belongs here: what counts as a change, and that nothing heavy is loaded to find out. Does not:
what a build does otherwise (test_cli).
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import publish_now, settings_in, tree_of
from orchestration import cli, inputs, pipeline, preflight
from orchestration.publish import swap, unchanged
from orchestration.settings import ROOT, Settings

FILES = {
    "dbt_project.yml": "name: netzero_tw\n",
    "profiles.yml": "netzero_tw: {}\n",
    "models/marts/dim_thing.sql": "select 1\n",
    "models/_docs/thing.md": "What a thing is.\n",
    "seeds/factors/raw.csv": "code,value\na,1\nb,2\n",
    "macros/twice.sql": "{% macro twice() %}2{% endmacro %}\n",
    "tests/generic/known.sql": "select 1\n",
    "tests/singular/sums.sql": "select 1\n",
    "tests/expectations/published/dim_thing.py": "EXPECTATIONS = []\n",
    "orchestration/cli.py": "",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    monkeypatch.setattr(inputs, "ROOT", root)
    return root


@pytest.fixture
def release(tmp_path: Path, project: Path) -> Settings:
    """Settings of a published release of the small project."""
    settings = settings_in(tmp_path)
    folder = settings.publish_dir / "releases" / "20300101T000000.000000Z-0a1b2c3d"
    (folder / "marts").mkdir(parents=True)
    names = ("warehouse.duckdb", "quality.html", "marts/fct_thing.parquet")
    for name in names:
        (folder / name).write_bytes(b"content")
    facts = {
        "inputs_sha256": inputs.fingerprint(settings, preflight.variables({})),
        "created_at": "2030-01-01T00:00:00+00:00",
        "files": {name: {"bytes": 7} for name in names},
    }
    (folder / "manifest.json").write_text(json.dumps(facts))
    swap.swap_in(settings.publish_dir, folder.name)
    return settings


def reasons(settings: Settings, given: dict[str, object] | None = None) -> list[str]:
    now = inputs.fingerprint(settings, preflight.variables(given or {}))
    return unchanged.compare(settings, now).reasons


def test_nothing_changed(release: Settings, project: Path):
    (project / "orchestration" / "__pycache__").mkdir()
    (project / "orchestration" / "__pycache__" / "cli.pyc").write_bytes(b"\0")
    (project / "orchestration" / "README.md").write_text("not part of a build")
    (project / "models" / "marts" / "dim_thing.sql").touch()
    assert reasons(release) == []
    assert reasons(release, {"gwp_set": "AR5"}) == []  # the default, said aloud


@pytest.mark.parametrize("name", FILES)
def test_any_file_of_the_project(release: Settings, project: Path, name: str):
    with (project / name).open("a") as file:
        file.write(" \n")
    part = next(p for p in inputs.CODE if name == p or name.startswith(p + "/"))
    assert reasons(release) == [f"changed: {part}"]


def test_one_cell_of_a_seed(release: Settings, project: Path):
    seed = project / "seeds" / "factors" / "raw.csv"
    seed.write_text(FILES["seeds/factors/raw.csv"].replace("b,2", "b,3"))
    assert reasons(release) == ["changed: seeds"]


def test_a_file_that_is_new_gone_or_renamed(release: Settings, project: Path):
    macro = project / "macros" / "twice.sql"
    macro.rename(macro.with_name("two.sql"))
    assert reasons(release) == ["changed: macros"]
    macro.with_name("two.sql").rename(macro)
    assert reasons(release) == []
    (project / "seeds" / "more.csv").write_text("a\n")
    assert reasons(release) == ["changed: seeds"]
    (project / "seeds" / "more.csv").unlink()
    macro.unlink()
    assert reasons(release) == ["changed: macros"]


def test_landed_files(release: Settings):
    landed = release.landed_dir / "ghg_p_01" / "2030-05-01_0a1b2c3d.parquet"
    landed.parent.mkdir(parents=True)
    landed.write_bytes(b"rows")
    assert reasons(release) == ["changed: landed files"]
    landed.unlink()
    (release.landed_dir / "_archive").mkdir()
    (release.landed_dir / "_archive" / "0a1b").write_bytes(b"what was published")
    assert reasons(release) == []


def test_variables(release: Settings):
    assert reasons(release, {"gwp_set": "AR6"}) == ["changed: variables"]


def test_settings_and_tools(release: Settings, monkeypatch: pytest.MonkeyPatch):
    object.__setattr__(release, "data", "landed")
    assert reasons(release) == ["changed: settings"]
    object.__setattr__(release, "data", "embedded")
    monkeypatch.setattr(inputs, "version", lambda name: "0.0.1")
    assert reasons(release) == ["changed: tool versions"]


@pytest.mark.parametrize("name", ["marts/fct_thing.parquet", "warehouse.duckdb", "quality.html"])
def test_a_file_of_the_release_is_gone_or_cut_off(release: Settings, name: str):
    path = release.publish_dir / "releases" / swap.current_release(release.publish_dir) / name
    content = path.read_bytes()
    path.unlink()
    assert reasons(release) == [f"missing or damaged: {name}"]
    path.write_bytes(content[:-1])
    assert reasons(release) == [f"missing or damaged: {name}"]


def test_a_release_of_before_inputs_were_kept(release: Settings):
    folder = release.publish_dir / "releases" / swap.current_release(release.publish_dir)
    (folder / "manifest.json").write_text("{}")
    assert reasons(release) == ["it does not say what it was made from"]


def test_no_release_yet(handmade: Settings):
    assert unchanged.compare(handmade, {}) is None


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    """Arguments of the builds that the command starts; each ends at once."""
    started: list[tuple] = []

    def build(settings, measured, *arguments, say):
        started.append(arguments)
        raise OSError("a build was started")

    monkeypatch.setattr(pipeline, "build", build)
    return started


def test_the_command_ends_and_says_what_is_published(
    release: Settings, steps: list, capsys: pytest.CaptureFixture
):
    before = tree_of(release.publish_dir)
    cli.build(release, [])
    printed = capsys.readouterr().out
    assert "Nothing changed since release" in printed and "build --force" in printed
    assert str(release.publish_dir / "warehouse.duckdb") in printed
    assert (steps, tree_of(release.publish_dir)) == ([], before)


@pytest.mark.parametrize(
    ("arguments", "passed_on"),
    [
        (["--force"], ()),
        (["--vars", "{gwp_set: AR6}"], ("--vars", "{gwp_set: AR6}")),
        (["--vars={gwp_set: AR5}", "--force"], ("--vars={gwp_set: AR5}",)),
        (["--threads", "2"], ("--threads", "2")),
    ],
)
def test_the_command_builds_when_it_is_asked_to(
    release: Settings, steps: list, arguments: list[str], passed_on: tuple
):
    with pytest.raises(OSError, match="a build was started"):
        cli.build(release, arguments)
    assert steps == [passed_on]


def test_the_command_says_what_changed(
    release: Settings, project: Path, steps: list, capsys: pytest.CaptureFixture
):
    (project / "seeds" / "more.csv").write_text("a\n")
    with pytest.raises(OSError, match="a build was started"):
        cli.build(release, [])
    assert "changed: seeds" in capsys.readouterr().out


def test_damaged_names_are_mended_without_a_build(release: Settings, steps: list):
    (release.publish_dir / "warehouse.duckdb").unlink()
    cli.build(release, [])
    assert (release.publish_dir / "warehouse.duckdb").exists()
    assert steps == []


HEAVY = ("duckdb", "dbt", "great_expectations", "pandas", "pyarrow", "dagster")


def test_nothing_heavy_is_imported_to_find_out(handmade: Settings):
    publish_now(handmade)
    code = (
        "import sys; from orchestration import cli; code = cli.main(['build']);"
        f"sys.exit(code or [m for m in {HEAVY} if m in sys.modules] or 0)"
    )
    environment = {**handmade.environment(), "NETZERO_PUBLISH_DIR": str(handmade.publish_dir)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "Nothing changed" in done.stdout
