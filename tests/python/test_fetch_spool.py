"""What lies on the disk while files are fetched: whole or not there, resumed, cleaned up.

Belongs here: crashes at each step, interrupted pages, names, the state, endpoints.yml. Does not:
answers of publishers (test_fetch, test_fetch_client).
"""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import tree_of
from fetch_case import GHG, LIMIT, NOW, SBTI, FetchCase, as_json, plants, without
from orchestration import landing
from orchestration.errors import ContractInvalid, FetchFailed, FetchRefused
from orchestration.fetch import spool as spools
from orchestration.fetch.endpoints import FILE, endpoints, of_dataset, parse
from orchestration.fetch.spool import FOLDER
from replay_server import ReplayServer, Reply, pages, stored
from test_landing_life import Killed, die_at

ROWS = plants(19)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FetchCase]:
    with ReplayServer() as server:
        case = FetchCase(tmp_path, server, monkeypatch, lambda: "")
        yield case
        case.assert_key_is_nowhere()


def test_killed_at_each_change_of_the_disk(case: FetchCase):
    """The landing folder holds whole files only, and the next fetch leaves what it always does."""
    case.server.play(GHG, pages(ROWS))
    case.fetch()
    start, before = case.root / "start", case.files()
    shutil.copytree(case.landing, start)
    case.server.play(GHG, pages(plants(19, changed=3)))
    case.fetch(days=7)
    after, spooled = case.files(), _spool(case)
    assert len(after) == 4
    notes = {name: text for name, text in after.items() if name.endswith(".meta.yml")}
    for step in range(200):
        shutil.rmtree(case.landing)
        shutil.copytree(start, case.landing)
        with pytest.MonkeyPatch.context() as patch:
            done = die_at(step, patch)
            try:
                case.fetch(days=7)
                finished = True
            except Killed:
                finished = False
        found = case.files()
        assert before.items() <= found.items() <= after.items()
        assert set(found) - set(before) <= set(notes) or found == after
        case.fetch(days=7)
        assert case.files() == after and _spool(case) == spooled
        if finished:
            assert {"replace", "fsync", "unlink"} & set(done) and step > 10
            return
    pytest.fail("the fetch never got through")


def _spool(case: FetchCase) -> dict[str, Any]:
    return tree_of(case.landing / FOLDER)


def test_a_file_that_was_fetched_and_not_landed_is_landed_by_the_next_run(case: FetchCase):
    case.server.play(GHG, pages(ROWS))
    case.fetch()
    assert not case.landed.exists()
    assert case.run("ghg_p_01") == 0
    assert "unchanged" in case.printed and case.landed_totals() == (19, 19 * 13.5)


def interrupted(case: FetchCase) -> None:
    """Two pages of three came; then the publisher was busy."""
    case.server.play(GHG, pages(ROWS), pages(ROWS), Reply(503))
    with pytest.raises(FetchFailed):
        case.fetch()
    assert case.spooled() == ["000000000.json", "000000007.json", "about.json"]
    case.server.seen.clear()


def offsets(case: FetchCase) -> list[int]:
    return [int(seen.query["offset"]) for seen in case.server.seen]


def test_pages_of_the_same_day_are_not_asked_again(case: FetchCase):
    interrupted(case)
    case.server.play(GHG, pages(ROWS))
    assert case.fetch().rows == 19
    assert offsets(case) == [0, 7, 14]  # the first and the last kept one: are they the same?
    assert case.spooled() == []


def test_pages_of_a_set_that_changed_are_asked_anew(case: FetchCase):
    interrupted(case)
    case.server.play(GHG, pages(plants(19, changed=13)))
    found = case.fetch()
    assert offsets(case) == [0, 7, 0, 7, 14]
    assert found.path.read_text().count("14.50") == 1


def test_pages_of_a_set_that_grew_are_asked_anew(case: FetchCase):
    interrupted(case)
    case.server.play(GHG, pages(plants(20)))
    assert case.fetch().rows == 20
    assert offsets(case) == [0, 0, 7, 14]


def test_pages_of_the_day_before_are_asked_anew(case: FetchCase):
    interrupted(case)
    case.server.play(GHG, pages(ROWS))
    assert case.fetch(days=1).rows == 19
    assert offsets(case) == [0, 7, 14]


def test_a_page_that_was_damaged_on_the_disk_is_asked_anew(case: FetchCase):
    interrupted(case)
    (page,) = case.landing.glob(f"{FOLDER}/*/pages/000000000.json")
    page.write_text('{"total": 19, "rec')
    case.server.play(GHG, pages(ROWS))
    assert case.fetch().rows == 19
    assert offsets(case) == [0, 0, 7, 14]


def test_exactly_full_pages_are_followed_by_one_more_request(case: FetchCase):
    case.server.play(GHG, pages(plants(2 * LIMIT), envelope=False))
    assert case.fetch().rows == 2 * LIMIT
    assert offsets(case) == [0, 7, 14]
    assert landing.run(case.landing, case.landed, say=lambda _: None) == 0


def test_the_order_of_the_publisher_changes_nothing(case: FetchCase):
    case.server.play(GHG, pages(ROWS[: LIMIT - 1]))
    first = case.fetch()
    case.server.play(GHG, pages(ROWS[LIMIT - 2 :: -1], disorder=True))
    again = case.fetch(days=1)
    assert (again.state, again.path) == ("unchanged", first.path)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([*ROWS[:3], *without(ROWS[3:5], "town")], r"row 4 has other columns than the first one"),
        (without(ROWS, "controlno"), r"column controlno of the key is not there \(found: app_year"),
        ([*ROWS[:3], "text"], "a record is no object"),
        (plants(LIMIT) + ROWS[:1], r"row 8 repeats row 1 \(app_year 102, controlno X0000000\)"),
    ],
)
def test_rows_that_do_not_go_together(case: FetchCase, rows: list, sentence: str):
    case.server.play(GHG, lambda seen: Reply(body=_page(rows, seen)))
    with pytest.raises(FetchRefused, match=sentence):
        case.fetch()


def _page(rows: list, seen: Any) -> bytes:
    offset = int(seen.query["offset"])
    return as_json(rows[offset : offset + LIMIT])


def test_a_page_larger_than_asked_for(case: FetchCase):
    case.server.play(GHG, Reply(body=as_json({"total": "19", "records": ROWS})))
    assert "holds 19 rows where at most 7 were asked for" in case.refusal()


def test_numbers_stay_as_printed(case: FetchCase):
    case.server.play(GHG, Reply(body=b'[{"app_year": 102, "controlno": "X1", "tot": 1.10e2}]'))
    assert '"tot": "1.10e2"' in case.fetch().path.read_text()


def test_a_second_fetch_of_the_same_endpoint_is_refused(case: FetchCase):
    (endpoint,) = of_dataset("ghg_p_01")
    case.server.play(GHG, pages(ROWS))
    with spools.opened(case.landing, endpoint):
        assert "ghg_p_01: another process is fetching it" in case.refusal()
    assert case.fetch().state == "new"


def test_an_answer_that_repeats_the_key_as_data_is_not_kept(case: FetchCase):
    rows = [{**row, "cause": "made-up key/0123+4567"} for row in ROWS[:3]]
    case.server.play(GHG, pages(rows))
    assert "the answer repeats the key, and is not stored" in case.refusal()


@pytest.mark.parametrize("state", ["", "{", "[]", '{"files": []}'])
def test_a_damaged_state_is_begun_anew(case: FetchCase, state: str):
    case.server.play(SBTI, stored(b"PK-one"))
    case.fetch("sbti_companies")
    (case.landing / FOLDER / "sbti_companies" / "state.json").write_text(state)
    assert case.fetch("sbti_companies").state == "unchanged"  # by its bytes
    assert "if-none-match" not in case.server.seen[1].headers


def test_a_folder_that_cannot_be_written_is_named(case: FetchCase):
    case.landing.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="landing"):
        case.fetch()


def test_a_year_of_weeks_leaves_a_file_for_each_change_and_nothing_else(case: FetchCase):
    for week in range(52):
        quarter, mark = week // 13, f'"{week // 2}"'
        case.server.play(SBTI, stored(f"PK{quarter}".encode(), etag=mark if week % 13 else None))
        case.fetch("sbti_companies", days=7 * week)
    assert len(case.files()) == 2 * 4 and case.spooled() == []
    folder = case.landing / FOLDER / "sbti_companies"
    assert sorted(os.listdir(folder)) == [".lock", "state.json"]
    last = (NOW + timedelta(days=7 * 39)).astimezone(spools.TAIPEI).date()
    assert f"sbti_companies/companies_{last}.xlsx" in case.files()


ENTRY = yaml.safe_load(FILE.read_text(encoding="utf-8"))[0]


def changed(**words: Any) -> Callable[[], list[dict[str, Any]]]:
    return lambda: [{k: v for k, v in {**ENTRY, **words}.items() if v is not None}]


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        (changed(dataset="ghg"), "there is no contract ghg"),
        (changed(connector="moea"), "there is no connector moea"),
        (changed(file="ghg/{date}.json"), "is where no file of ghg_p_01 is looked for"),
        (changed(sort="year"), "nobody knows `sort`"),
        (changed(url="http://data.moenv.gov.tw/x"), "is not https"),
        (changed(calendar={"cron": "daily", "why": "x"}), "has not five fields"),
        (changed(calendar={"cron": "0 0 * * *"}), "missing 1 required positional argument: 'why'"),
        (changed(fresh_within_days=None), "missing 1 required .* 'fresh_within_days'"),
        (changed(endpoint="GHG 1"), "a name is of small letters"),
        (lambda: [ENTRY, ENTRY], "ghg_p_01 is there twice"),
        (lambda: {"endpoint": 1}, "expected a list of entries"),
    ],
)
def test_a_word_that_cannot_be_meant(entries: Callable, sentence: str):
    with pytest.raises(ContractInvalid, match=sentence):
        parse(entries())


def test_every_endpoint_is_one(case: FetchCase):
    found = endpoints()
    assert {"ghg_p_01", "ghg_p_02", "ems_p_08", "ems_p_46", "aqx_p_555", "sbti_companies"} <= {
        each.dataset for each in found
    }
    assert all(each.calendar.why and each.fresh_within_days > 0 for each in found)
