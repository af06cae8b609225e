"""The landed folder over time: second runs, vintages, crashes, changed contracts, the command.

Belongs here: what stays and what a reader may see. Does not: the content of files
(test_landing), refusals (test_landing_rules).
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml

from conftest import tree_of
from landing_case import Case
from orchestration import cli, landing
from orchestration import settings as settings_module
from orchestration.errors import ContractInvalid, LandingRefused, SettingWrong
from orchestration.landing import contract as contracts
from orchestration.landing import store

GHG = "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"
OWN = "activity_data_2024.csv"


def own_rows(*quantities: str) -> str:
    """A file of activity data with a row for each quantity."""
    (contract,) = (c for c in contracts.load_all() if c.dataset == "activity_data")
    names = list(contract.columns)
    rows = [
        ",".join(q if name == "quantity" else f"x{n}" for name in names)
        for n, q in enumerate(quantities)
    ]
    return "\n".join([",".join(names), *rows, ""])


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
    case.extract(
        "moenv_ghg_p_01/ghg_p_01_2031-05-01.csv", "ghg_p_01_2022-08.csv", ("113.50", "114.50")
    )
    case.extract(
        "moenv_ghg_p_01/ghg_p_01_2031-05-01_corrected.csv",
        "ghg_p_01_2022-08.csv",
        ("113.50", "115.50"),
    )
    case.land()
    sql = (
        "select vintage_date::text, total_tco2e from ghg_p_01"
        " where control_no = 'X1000001' order by 2"
    )
    assert case.query(sql) == [("2030-05-01", 113.5), ("2031-05-01", 114.5), ("2031-05-01", 115.5)]
    assert case.query("select count(*), count(distinct source_release_key) from _files") == [(3, 3)]


def test_a_changed_note_lands_the_file_anew_and_only_once(case: Case):
    path = case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    path.with_name(path.name + ".meta.yml").write_text("vintage_date: 2030-06-30\n")
    case.land()
    assert case.query("select distinct vintage_date::text from ghg_p_01") == [("2030-06-30",)]
    assert case.query("select vintage_date::text from _files") == [("2030-06-30",)]


class Killed(BaseException):
    """Not an Exception, so that nothing tidies up on the way out."""


def die_at(step: int, patch: pytest.MonkeyPatch) -> list[str]:
    """Let the process end before its `step`th change of the disk; returns the changes made."""
    done: list[str] = []

    def watched(name: str, function: Callable) -> Callable:
        def change(*args, **kwargs):
            if len(done) == step:
                raise Killed(name)
            done.append(name)
            return function(*args, **kwargs)

        return change

    for place, name in ((os, "replace"), (os, "fsync"), (Path, "unlink")):
        patch.setattr(place, name, watched(name, getattr(place, name)))
    return done


def killed_at_each_step(case: Case, dataset: str, check: Callable[[], None]) -> None:
    """Land again and again, killed one change later each time, until a run gets through."""
    of_it = [c for c in contracts.load_all() if c.dataset == dataset]

    def land() -> None:
        assert landing.run(case.landing, case.landed, say=lambda _: None, contracts=of_it) == 0

    start = case.landed.with_name("start")
    shutil.copytree(case.landed, start)
    for step in range(200):
        shutil.rmtree(case.landed)
        shutil.copytree(start, case.landed)
        with pytest.MonkeyPatch.context() as patch:
            done = die_at(step, patch)
            try:
                land()
                finished = True
            except Killed:
                finished = False
        check()
        land()
        assert not [n for n in tree_of(case.landed) if n.endswith(store.TEMPORARY)]
        if finished:
            assert {"replace", "fsync"} <= set(done)
            return
    pytest.fail("the run never got through")


def test_a_published_file_is_landed_whole_or_not_at_all(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    rows = case.query("select * from ghg_p_01 order by all")
    later = "moenv_ghg_p_01/ghg_p_01_2031-05-01.csv"
    case.extract(later, "ghg_p_01_2022-08.csv", ("113.50", "114.50"))

    def check() -> None:
        names = case.query("select file_name, count(*) from ghg_p_01 group by 1 order by 1")
        assert names in ([(GHG, 3)], [(GHG, 3), (later, 3)])
        old = case.query(f"select * from ghg_p_01 where file_name = '{GHG}' order by all")
        assert old == rows

    killed_at_each_step(case, "ghg_p_01", check)
    assert case.query("select count(*) from _files") == [(2,)]


def test_a_new_version_of_an_own_file_replaces_the_old_in_one_step(case: Case):
    """Two rows in each version; killed anywhere, a reader counts two."""
    case.put(OWN, own_rows("10", "20"))
    case.land()
    case.put(OWN, own_rows("11", "22"))
    seen = set()

    def check() -> None:
        found = case.query("select quantity, file_sha256 from activity_data order by 1")
        assert [q for q, _ in found] in (["10", "20"], ["11", "22"])
        assert len({sha for _, sha in found}) == 1
        seen.add(found[0][0])

    killed_at_each_step(case, "activity_data", check)
    assert seen == {"10", "11"}
    assert case.query("select quantity from activity_data order by 1") == [("11",), ("22",)]
    assert case.query("select count(*) from _files") == [(1,)]
    assert len(case.parquets()) == 1


def test_an_own_file_read_anew_with_another_date_stays_one(case: Case):
    """The same bytes under a new name of the Parquet: first replaced, then renamed."""
    path = case.put(OWN, own_rows("10", "20"))
    case.land()
    path.with_name(path.name + ".meta.yml").write_text("vintage_date: 2030-06-30\n")

    def check() -> None:
        assert case.query("select quantity from activity_data order by 1") == [("10",), ("20",)]

    killed_at_each_step(case, "activity_data", check)
    assert case.query("select vintage_date::text from _files") == [("2030-06-30",)]


def two_versions(case: Case) -> tuple[Path, Path]:
    """What a killed run of an earlier release of this program left: both versions."""
    case.put(OWN, own_rows("10", "20"))
    case.land()
    (old,) = (case.landed / name for name in case.parquets())
    kept = old.read_bytes()
    case.put(OWN, own_rows("11", "22"))
    case.land()
    (new,) = (case.landed / name for name in case.parquets())
    old.write_bytes(kept)
    return old, new


def test_two_versions_of_an_own_file_are_refused_and_both_are_named(case: Case):
    old, new = two_versions(case)
    with pytest.raises(LandingRefused, match="in 2 versions") as refused:
        store.require_settled(case.landed, ["activity_data"])
    assert str(old) in str(refused.value) and str(new) in str(refused.value)


def test_the_next_landing_keeps_the_newest_of_two_versions(case: Case):
    two_versions(case)
    (case.landing / OWN).unlink()  # the versions are told apart without the file
    case.land()
    assert case.query("select quantity from activity_data order by 1") == [("11",), ("22",)]
    store.require_settled(case.landed, ["activity_data"])


def test_lists_that_do_not_fit_the_files_are_refused(case: Case):
    """A run killed after the rows and before the lists, or a Parquet deleted by hand."""
    case.put(OWN, own_rows("10"))
    case.land()
    store.require_settled(case.landed, ["activity_data"])
    (case.landed / case.parquets()[0]).unlink()
    with pytest.raises(LandingRefused, match="does not list what is landed"):
        store.require_settled(case.landed, ["activity_data"])
    (case.landing / OWN).unlink()
    case.land()
    store.require_settled(case.landed, ["activity_data"])


def test_a_file_whose_twin_changes_is_not_lost(case: Case):
    """Two equal files land once; when one of them changes, both count."""
    case.put("b/activity_data.csv", own_rows("10"))
    case.land()
    case.put("a/activity_data.csv", own_rows("10"))
    case.land()
    assert case.query("select quantity from activity_data") == [("10",)]
    case.put("b/activity_data.csv", own_rows("30"))
    case.land()
    assert case.query("select quantity from activity_data order by 1") == [("10",), ("30",)]


def test_what_an_earlier_release_landed_is_still_known(case: Case):
    """It kept the log in a file of its own, `_log/<dataset>/<name>.json`."""
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    (parquet,) = (case.landed / name for name in case.parquets())
    table = pq.read_table(parquet)
    log = case.landed / "_log" / "ghg_p_01" / f"{parquet.stem}.json"
    log.parent.mkdir(parents=True)
    log.write_bytes(table.schema.metadata[store.LOG])
    pq.write_table(table.replace_schema_metadata(), parquet)
    before = case.query("select * from _files")
    case.put("moenv_ghg_p_01/copy_2031-01-01.csv", case.landing / GHG)
    case.land()
    assert f"already landed as {GHG}" in case.printed
    assert case.query("select * from _files") == before


def test_a_contract_that_now_refuses_a_landed_file_says_that_it_stays(case: Case):
    case.extract("aqx_p_555/aqx_p_555_2030-05-01.csv", "aqx_p_555_guess.csv")
    columns = (
        "{管制編號: control_no, 年度: year, 季別: quarter,"
        " 燃料: fuel_name, 用量: quantity, 單位: unit}"
    )
    case.put(
        "aqx_p_555/mapping.yml",
        f"map: {columns}\ntypes: {{year: year_roc}}\ndropped: [申報人]\n",
    )
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
    with (
        store.lock(case.landed),
        pytest.raises(LandingRefused, match="Another process is landing files"),
    ):
        case.run()


def test_a_supplied_mapping_opens_an_unknown_layout(case: Case):
    case.extract("aqx_p_555/aqx_p_555_2030-05-01.csv", "aqx_p_555_guess.csv")
    case.put(
        "aqx_p_555/mapping.yml",
        yaml.safe_dump(
            {
                "map": {
                    "管制編號": "control_no",
                    "年度": "year",
                    "季別": "quarter",
                    "燃料": "fuel_name",
                }
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
    assert case.query(
        "select era, archived_as like '%.without_personal_columns.csv' from _files"
    ) == [("supplied mapping", True)]


def test_every_contract_holds_and_no_two_claim_a_file() -> None:
    loaded = contracts.load_all()
    assert {c.dataset for c in loaded} == {path.stem for path in contracts.FOLDER.glob("*.yml")}
    patterns = [pattern for c in loaded for pattern in c.files]
    assert len(set(patterns)) == len(patterns)
    assert {c.dataset for c in loaded if c.has_personal_columns} == {"company_basics"}
    for c in loaded:
        text = c.path.read_text(encoding="utf-8")
        for compared in ("key_loss",) if c.own else ("key_loss", "sizes"):
            reason = re.search(rf"{compared}: null +# \w", text)
            assert getattr(c, compared) or reason, f"{c.dataset}: why no {compared}?"


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
    assert settings.landing_dir == settings_module.ROOT / "landing"
    with pytest.raises(SettingWrong, match="Name one folder"):
        cli.land(settings, ["one", "two"])
    with pytest.raises(LandingRefused, match="is not there"):
        cli.land(settings, [str(case.landing / "nowhere")])
    assert cli.land(settings, [str(case.landing)]) == 0
    assert "3 rows = 3 accepted + 0 quarantined; 6 repairs" in capsys.readouterr().out
    settings = settings_module.load(
        {"NETZERO_LANDED": str(case.landed), "NETZERO_LANDING": str(case.landing)}
    )
    assert cli.land(settings, []) == 0
    case.put(GHG, "")
    assert cli.land(settings, []) == 1
