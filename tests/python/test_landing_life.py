"""The landed folder over time: second runs, vintages, crashes, changed contracts, the command.

Belongs here: what stays and what a reader may see. Does not: the content of files (test_landing), refusals (test_landing_rules).
"""

import os
import re
from pathlib import Path

import pytest
import yaml

from conftest import tree_of
from landing_case import Case
from orchestration import cli
from orchestration import settings as settings_module
from orchestration.errors import ContractInvalid, LandingRefused, SettingWrong
from orchestration.landing import contract as contracts
from orchestration.landing import store

GHG = "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_landing_again_changes_nothing(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.extract("company_basics/t187ap03_L_2030-05-01.csv", "t187ap03_L.csv")
    case.land()
    before = tree_of(case.landed)
    case.put("moenv_ghg_p_01/copy_2031-01-01.csv", case.landing / GHG)
    case.land()
    assert tree_of(case.landed) == before
    assert case.printed.count("already landed\n") == 2
    assert f"already landed as {GHG}" in case.printed


def test_vintages_stay_beside_each_other(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    (case.landing / GHG).unlink()
    case.extract("moenv_ghg_p_01/ghg_p_01_2031-05-01.csv", "ghg_p_01_2022-08.csv", ("113.50", "114.50"))
    case.extract("moenv_ghg_p_01/ghg_p_01_2031-05-01_corrected.csv", "ghg_p_01_2022-08.csv", ("113.50", "115.50"))
    case.land()
    sql = "select vintage_date::text, total_tco2e from ghg_p_01 where control_no = 'X1000001' order by 2"
    assert case.query(sql) == [("2030-05-01", 113.5), ("2031-05-01", 114.5), ("2031-05-01", 115.5)]
    assert case.query("select count(*), count(distinct source_release_key) from _files") == [(3, 3)]


def test_a_changed_note_lands_the_file_anew_and_only_once(case: Case):
    path = case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    path.with_name(path.name + ".meta.yml").write_text("vintage_date: 2030-06-30\n")
    case.land()
    assert case.query("select distinct vintage_date::text from ghg_p_01") == [("2030-06-30",)]
    assert case.query("select vintage_date::text from _files") == [("2030-06-30",)]


@pytest.mark.parametrize("dies_at", ["parquet", "json"])
def test_a_crash_while_writing_leaves_nothing_visible(case: Case, monkeypatch: pytest.MonkeyPatch, dies_at: str):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    before = {name: content for name, content in tree_of(case.landed).items() if name.endswith(".parquet")}
    case.extract("moenv_ghg_p_01/ghg_p_01_2031-05-01.csv", "ghg_p_01_2022-08.csv", ("113.50", "114.50"))
    fsync = os.fsync

    def crash(descriptor: int) -> None:
        name = os.readlink(f"/proc/self/fd/{descriptor}") if os.path.exists("/proc/self/fd") else ""
        if re.search(rf"2031-05-01_\w+\.{dies_at}", name):
            raise OSError(28, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(OSError, match="No space left"):
        case.run()
    assert {n: c for n, c in tree_of(case.landed).items() if n.endswith(".parquet")} == before
    monkeypatch.undo()
    (case.landed / "ghg_p_01" / f"2029-01-01_0.parquet{store.TEMPORARY}").write_bytes(b"left by a crash")
    case.land()
    assert case.query("select count(*) from _files") == [(2,)]
    assert [n for n in tree_of(case.landed) if n.endswith(store.TEMPORARY)] == []


def test_a_contract_that_now_refuses_a_landed_file_says_that_it_stays(case: Case):
    case.extract("aqx_p_555/aqx_p_555_2030-05-01.csv", "aqx_p_555_guess.csv")
    columns = "{管制編號: control_no, 年度: year, 季別: quarter, 燃料: fuel_name, 用量: quantity, 單位: unit}"
    case.put("aqx_p_555/mapping.yml", f"map: {columns}\ntypes: {{year: year_roc}}\ndropped: [申報人]\n")
    case.land()
    case.put("aqx_p_555/mapping.yml", f"map: {columns}\ndropped: [申報人]\n")
    assert "holds '119'" in case.refusal(files_before=1)
    assert case.printed.endswith("What was landed from it before stays.")


def test_a_refused_file_does_not_stop_the_others(case: Case):
    case.put("moenv_ghg_p_01/ghg_p_01_2029-05-01.csv", "")
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.put("moenv_ghg_p_01/README.txt.bak/deep.csv", "not looked at")
    assert case.run() == 1
    assert case.query("select count(*) from ghg_p_01") == [(3,)]
    assert "1 other file(s) belong to no contract" in case.printed


def test_two_processes_do_not_land_at_once(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    with store.lock(case.landed), pytest.raises(LandingRefused, match="Another process is landing files"):
        case.run()


def test_a_supplied_mapping_opens_an_unknown_layout(case: Case):
    case.extract("aqx_p_555/aqx_p_555_2030-05-01.csv", "aqx_p_555_guess.csv")
    case.put(
        "aqx_p_555/mapping.yml",
        yaml.safe_dump(
            {
                "map": {"管制編號": "control_no", "年度": "year", "季別": "quarter", "燃料": "fuel_name"}
                | {"用量": "quantity", "單位": "unit"},
                "types": {"year": "year_roc"},
                "dropped": ["申報人"],
            },
            allow_unicode=True,
        ),
    )
    case.land()
    assert case.query("select control_no, year, quarter, quantity, unit from aqx_p_555") == [
        ("X1000001", 2030, 1, 5.0, "公噸")
    ]
    assert case.query("select era, archived_as like '%.without_personal_columns.csv' from _files") == [
        ("supplied mapping", True)
    ]


def test_every_contract_holds_and_no_two_claim_a_file() -> None:
    loaded = contracts.load_all()
    assert len(loaded) == 36
    patterns = [pattern for c in loaded for pattern in c.files]
    assert len(set(patterns)) == len(patterns)
    assert {c.dataset for c in loaded if c.has_personal_columns} == {"company_basics"}
    for c in loaded:
        assert c.key_loss or re.search(r"key_loss: null +# \w", c.path.read_text(encoding="utf-8")), (
            f"{c.dataset}: why not?"
        )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("tot: total_tco2e", "tot: total", "fills total, which is not a column"),
        ("absent: [direct_tco2e]", "absent: []", "fills direct_tco2e 0 times"),
        ("year: year_roc", "year: year_minguo", "year has no such type as year_minguo"),
        ("key: [year, control_no]", "key: [year, plant]", "plant is not a column"),
        ("page_size: 1000", "page_sise: 1000", "page_sise"),
        ("dataset: ghg_p_01", "dataset: ghg", "dataset is ghg, the file name says ghg_p_01"),
    ],
)
def test_a_contract_that_contradicts_itself(tmp_path: Path, old: str, new: str, sentence: str):
    text = (contracts.FOLDER / "ghg_p_01.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "ghg_p_01.yml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContractInvalid, match=sentence):
        contracts.load_all(tmp_path)


def test_the_command_takes_a_folder_or_the_setting(case: Case, capsys: pytest.CaptureFixture):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    settings = settings_module.load({"NETZERO_LANDED": str(case.landed)})
    with pytest.raises(SettingWrong, match="set NETZERO_LANDING"):
        cli.land(settings, [])
    with pytest.raises(LandingRefused, match="is not there"):
        cli.land(settings, [str(case.landing / "nowhere")])
    assert cli.land(settings, [str(case.landing)]) == 0
    assert "3 rows = 3 accepted + 0 quarantined; 4 repairs" in capsys.readouterr().out
    settings = settings_module.load({"NETZERO_LANDED": str(case.landed), "NETZERO_LANDING": str(case.landing)})
    assert cli.land(settings, []) == 0
    case.put(GHG, "")
    assert cli.land(settings, []) == 1
