"""Wrong settings and variables: refused in a sentence, before dbt starts.

Belongs here: environment variables and `--vars`. Does not: what is in the files they name.
"""

from pathlib import Path

import pytest

from conftest import settings_in
from orchestration import cli, dbt, preflight
from orchestration import settings as settings_module
from orchestration.errors import SettingWrong
from orchestration.settings import ROOT


def test_relative_paths_start_at_the_project_root():
    settings = settings_module.load({"NETZERO_BUILD_DB": "x/warehouse.duckdb"})
    assert settings.build_db == ROOT / "x" / "warehouse.duckdb"
    assert settings.publish_dir == ROOT / "published"


def test_dbt_is_told_no_path_that_it_would_take_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another text in the environment would let the next plain `dbt build` parse everything."""
    names = ("NETZERO_BUILD_DB", "NETZERO_LANDED", "DBT_TARGET_PATH", "DBT_LOG_PATH")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    assert not set(names) & settings_module.load().environment().keys()
    monkeypatch.setenv("NETZERO_LANDED", "my/landed")
    assert settings_module.load().environment()["NETZERO_LANDED"] == "my/landed"
    told = settings_in(tmp_path).environment()
    assert told["NETZERO_BUILD_DB"] == str(tmp_path / "warehouse.build.duckdb")
    assert told["NETZERO_LANDED"] == str(tmp_path / "landed")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("NETZERO_KEEP_RELEASES", "0", "is '0'; give a whole number of 1 or more"),
        ("NETZERO_KEEP_RELEASES", "three", "is 'three'; give a whole number"),
        ("NETZERO_THREADS", "many", "is 'many'; give a whole number"),
        ("NETZERO_THREADS", "-1", "is '-1'; give a whole number"),
        ("NETZERO_DUCKDB_THREADS", "1.5", "is '1.5'; give a whole number"),
        ("NETZERO_DUCKDB_THREADS", "²", "give a whole number"),
        ("NETZERO_MEMORY_LIMIT", "lots", "is 'lots'; give a size such as 4GB"),
        ("NETZERO_DATA", "laned", "is 'laned'; valid are embedded, landed, newest"),
        ("NETZERO_LINKS", "no", "is 'no'; valid are auto, off"),
        ("NETZERO_BUILD_DB", "target/my.duckdb", "up to its first dot must be warehouse"),
    ],
)
def test_an_environment_variable(name: str, value: str, sentence: str):
    with pytest.raises(SettingWrong) as refused:
        settings_module.load({name: value})
    assert name in str(refused.value) and sentence in str(refused.value)


@pytest.mark.parametrize("value", ["512MB", "4GB", "1.5 GiB", "80%"])
def test_sizes_that_duckdb_understands(value: str):
    settings_module.load({"NETZERO_MEMORY_LIMIT": value})


def loaded(folder: Path, **env: str) -> settings_module.Settings:
    return settings_module.load({"NETZERO_LANDED": str(folder / "landed"), **env})


def test_landed_data_without_landed_files(tmp_path: Path):
    settings = loaded(tmp_path, NETZERO_DATA="landed")
    sentence = r"NETZERO_DATA is landed, but nothing was landed in .*landed \(NETZERO_LANDED\)"
    with pytest.raises(SettingWrong, match=sentence):
        preflight.check(settings, [])
    (tmp_path / "landed").mkdir()
    (tmp_path / "landed" / "_files.parquet").write_bytes(b"a list of nothing")
    with pytest.raises(SettingWrong, match=sentence):
        preflight.check(settings, [])
    (tmp_path / "landed" / "ghg_p_01").mkdir()
    (tmp_path / "landed" / "ghg_p_01" / "2030-05-01_0a1b2c3d.parquet").write_bytes(b"rows")
    preflight.check(settings, [])


def test_newest_data_asks_for_no_landed_file(tmp_path: Path):
    """A warehouse that is to be left alone starts before anything was fetched."""
    settings = loaded(tmp_path, NETZERO_DATA="newest")
    preflight.check(settings, [])
    assert settings.reads_landed


def test_a_portfolio_that_is_none(tmp_path: Path):
    folder = tmp_path / "portfolio"
    settings = loaded(tmp_path, NETZERO_PORTFOLIO=str(folder))
    with pytest.raises(
        SettingWrong, match=r"NETZERO_PORTFOLIO is '.*portfolio', which is no folder"
    ):
        preflight.check(settings, [])
    folder.mkdir()
    (folder / "companies.csv").touch()
    with pytest.raises(SettingWrong, match=r"which has no targets\.csv, portfolio\.csv; give a"):
        preflight.check(settings, [])
    (folder / "targets.csv").touch()
    (folder / "portfolio.csv").touch()
    preflight.check(settings, [])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{gwp_set: AR7}", "gwp_set is 'AR7'; valid are AR4, AR5, AR6, SAR, TAR"),
        ("{gwp: AR6}", "names gwp; valid are as_of_date, electricity_growth_ratio, gwp_set"),
        (
            "{as_of_date: 31.07.2022}",
            r"as_of_date is '31\.07\.2022'; give a day such as 2023-06-30",
        ),
        ("{as_of_date: 2022-13-01}", "as_of_date is '2022-13-01'; give a day"),
        ("{residential_draws: 0}", "residential_draws is '0'; give a whole number from 1"),
        ("{temperature_reporting_year: 113}", "is '113'; give a whole number from 1990 to 2100"),
        ("{electricity_growth_ratio: 2 %}", "is '2 %'; give a ratio between -1 and 1"),
        ("{gwp_set: [AR6}", r"--vars is '\{gwp_set: \[AR6\}'; write it as"),
        ("AR6", "--vars is 'AR6'; write it as"),
    ],
)
def test_a_variable(tmp_path: Path, text: str, sentence: str):
    for arguments in (["--vars", text], [f"--vars={text}"], ["--threads", "2", "--vars", text]):
        with pytest.raises(SettingWrong, match=sentence):
            preflight.check(loaded(tmp_path), arguments)


@pytest.mark.parametrize("gwp_set", ["SAR", "TAR", "AR4", "AR5", "AR6"])
def test_documented_variants_are_let_through(tmp_path: Path, gwp_set: str):
    text = f"{{gwp_set: {gwp_set}, as_of_date: 2023-06-30, electricity_growth_ratio: -0.01}}"
    found = preflight.check(loaded(tmp_path), ["--vars", text])
    assert (found["gwp_set"], found["as_of_date"]) == (gwp_set, "2023-06-30")
    assert found["residential_seed"] == "netzero"


def test_the_command_says_so_before_dbt_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
):
    monkeypatch.setattr(dbt, "run", lambda *a, **k: pytest.fail("dbt was started"))
    for name, path in (("NETZERO_PUBLISH_DIR", "published"), ("NETZERO_LANDED", "landed")):
        monkeypatch.setenv(name, str(tmp_path / path))
    assert cli.main(["build", "--vars", "{gwp_set: AR7}"]) == 1
    assert "gwp_set is 'AR7'; valid are" in capsys.readouterr().err
    monkeypatch.setenv("NETZERO_DATA", "landed")
    assert cli.main(["build"]) == 1
    printed = capsys.readouterr().err
    assert "nothing was landed in" in printed and "Nothing was published" in printed
