"""What publishers do to a fetch, and what comes of it: landed, unchanged, or refused in a sentence.

Belongs here: the command over every kind of answer. Does not: single requests and certificates
(test_fetch_client), crashes and interrupted pages (test_fetch_spool).
"""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from fetch_case import GHG, KEY, LIMIT, NOW, SBTI, FetchCase, plants
from orchestration import cli, fetch
from orchestration.errors import FetchRefused, SettingWrong
from orchestration.fetch import transport
from orchestration.fetch.spool import FOLDER
from replay_server import Answer, ReplayServer, Reply, page_of, pages, redirect

ROWS = plants(19)
GOOD = pages(ROWS)
TOTALS = (19, 19 * 13.5)


@pytest.fixture
def case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[FetchCase]:
    caplog.set_level(logging.DEBUG)
    with ReplayServer() as server:
        case = FetchCase(tmp_path, server, monkeypatch, lambda: caplog.text)
        yield case
        case.assert_key_is_nowhere()


def test_a_set_is_fetched_landed_and_then_unchanged(case: FetchCase):
    case.server.play(GHG, GOOD)
    assert case.run("ghg_p_01") == 0
    assert "ghg_p_01                       19 rows     3 requests  new" in case.printed
    assert case.landed_totals() == TOTALS
    before = case.files()
    (note,) = (text.decode() for name, text in before.items() if name.endswith(".meta.yml"))
    assert "vintage_date: " in note and f'url: "{case.server.url}{GHG}"' in note
    assert case.run("ghg_p_01") == 0
    assert "3 requests  unchanged" in case.printed and "already landed" in case.printed
    assert case.files() == before and case.spooled() == []


def test_who_asks_says_so_and_asks_for_an_order(case: FetchCase):
    case.server.play(GHG, GOOD)
    case.fetch()
    first = case.server.asked(GHG)[0]
    assert first.headers["user-agent"].startswith("netzero_tw/")
    assert first.query["sort"] == "app_year asc,controlno asc"
    assert first.query["api_key"] == KEY  # the publisher, and nobody else, is told


# (what is played, requests that go out); each comes to the same totals in the end
OVERCOME: dict[str, tuple[list[Answer], int]] = {
    "a bare list": ([pages(ROWS, envelope=False)], 3),
    "throttled, with Retry-After": ([Reply(429, retry_after=0), GOOD], 4),
    "throttled, Retry-After of an hour, cut to the most we wait": (
        [Reply(429, retry_after=3600), GOOD],
        4,
    ),
    "busy": ([Reply(503), Reply(502), GOOD], 5),
    "a cut connection before the answer": ([Reply(body=b"x" * 9, cut_after=0), GOOD], 4),
    "a cut connection in the middle of the body": (
        [GOOD, Reply(body=b"x" * 900, cut_after=40), GOOD],
        4,
    ),
    "overlapping pages at the first try": ([pages(ROWS, disorder=True)] * 3 + [GOOD], 6),
    "a total that changes while it is fetched": (
        [GOOD, pages(plants(20)), GOOD],
        5,
    ),
}


@pytest.mark.parametrize("played", OVERCOME)
def test_overcome(case: FetchCase, played: str):
    answers, requests = OVERCOME[played]
    case.server.play(GHG, *answers)
    assert case.run("ghg_p_01") == 0, case.printed
    assert case.landed_totals() == TOTALS
    assert len(case.server.asked(GHG)) == requests


REFUSED: dict[str, tuple[list[Answer], str]] = {
    "throttled for good": ([Reply(429, retry_after=0)], "asks for a pause (status 429, after 3"),
    "busy for good": ([Reply(503)], "asks for a pause (status 503, after 3 requests)"),
    "a fault of the server": ([Reply(500)], "has a fault (status 500, after 3 requests)"),
    "a web page with status 200": (
        [page_of("維護中")],
        "answered with a web page (35 bytes, begins '<html><body>維護中",
    ),
    "a web page as the second of three pages": (
        [GOOD, page_of("wait")],
        "answered with a web page",
    ),
    "a throttle page with status 200": (
        [page_of("頻率過高", 496)],
        "answered too many requests instead of data",
    ),
    "an empty answer": ([Reply(body=b"  ")], "answered with nothing"),
    "another type": (
        [Reply(body=b"%PDF-1.7", kind="application/pdf")],
        "content of type 'application/pdf' where json was expected",
    ),
    "half a document": ([Reply(body=b'{"records": [{"a": 1}')], "no complete JSON"),
    "half a character": ([Reply(body=rb'[{"app_year": "\ud800"}]')], "it holds half a character"),
    "brackets without end": ([Reply(body=b"[" * 200_000)], "no complete JSON (maximum recursion"),
    "an error as JSON": ([Reply(body=b'{"message": "internal"}')], "no list of records"),
    "cut connections for good": (
        [Reply(body=b"x" * 900, cut_after=40)],
        "cut the connection in the middle of its answer, 3 times",
    ),
    "a redirect to a host nobody registered": (
        [redirect("https://example.org/a?api_key=1")],
        "redirects to example.org, a host that is not registered for it",
    ),
    "a redirect that drops encryption": (
        [redirect("http://example.org/a")],
        "redirects to http://example.org, which is not encrypted",
    ),
    "a redirect in a circle": ([redirect(GHG)], "redirects in a circle or too often"),
    "an address that is no longer there": ([Reply(404)], "has no such address (status 404)"),
    "an expired key, as text": (
        [Reply(body="api_key 已過期".encode(), kind="text/plain")],
        "refuses: 'api_key 已過期'. Renew NETZERO_MOENV_KEY at https://data.moenv.gov.tw",
    ),
    "an invalid key, as JSON": (
        [Reply(401, body=f'{{"message": "invalid api key {KEY}"}}'.encode())],
        "invalid api key ***\"}'. Renew NETZERO_MOENV_KEY",
    ),
    "a total that is too low": (
        [pages(ROWS, total=15)],
        "a total of 15 rows is declared, and 19 came, in two complete tries",
    ),
    "a total that is too high": (
        [pages(ROWS, total=30)],
        "a total of 30 rows is declared, and 19 came, in two complete tries",
    ),
    "a total that is no number": ([pages(ROWS, total="many")], "the total is 'many', no number"),
    "a total that differs from page to page": (
        [pages(ROWS, total=lambda offset: 19 + offset)],
        "the first page declares a total of 19 rows, the one from row 8 26 rows",
    ),
    "pages in no order": (
        [pages(ROWS, disorder=True)],
        "row 16 repeats row 1 (app_year 102, controlno X0000000): pages overlap",
    ),
    "the first page for ever": (
        [lambda seen: Reply(body=pages(ROWS)(_first(seen)).body)],
        "row 8 repeats row 1",
    ),
    "no rows": ([pages([])], "no rows at all; an empty set is no data, in two complete tries"),
}


def _first(seen):
    return type(seen)(**{**seen.__dict__, "query": {**seen.query, "offset": "0"}})


@pytest.mark.parametrize("played", REFUSED)
def test_refused(case: FetchCase, played: str):
    answers, sentence = REFUSED[played]
    case.server.play(GHG, GOOD)
    assert case.run("ghg_p_01") == 0
    before = case.files()
    case.server.play(GHG, *answers)
    assert case.run("ghg_p_01") == 1
    (said,) = (line for line in case.printed.splitlines() if line.startswith("  ghg_p_01"))
    assert sentence in said and "the last release stands" in said
    assert case.files() == before and case.landed_totals() == TOTALS
    case.server.play(GHG, pages(plants(19, changed=3)))
    assert case.run("ghg_p_01") == 0
    assert len(case.files()) == len(before) + 2 and case.spooled() == []


def test_other_rows_of_the_same_day_get_a_name_of_their_own(case: FetchCase):
    case.server.play(GHG, GOOD)
    first = case.fetch()
    case.server.play(GHG, pages(plants(19, changed=3)))
    second = case.fetch()
    assert first.path.name == "ghg_p_01_2030-05-02.json"
    assert second.path.name.startswith("ghg_p_01_2030-05-02_")
    assert len(case.files()) == 4


def test_without_a_key_the_command_says_once_what_to_do(
    case: FetchCase, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("NETZERO_MOENV_KEY")
    case.server.play(SBTI, Reply(304))
    assert case.run("ghg_p_01", "ghg_p_02", "aqx_p_555") == 1
    said = "ghg_p_01, ghg_p_02, aqx_p_555: the Ministry's API needs a key."
    assert case.printed.count(said) == 1
    assert "3 not fetched" in case.printed and "set NETZERO_MOENV_KEY" in case.printed
    assert case.server.seen == []


def test_without_a_network_each_host_is_said_once(case: FetchCase, monkeypatch: pytest.MonkeyPatch):
    with ReplayServer() as gone:
        monkeypatch.setenv("NETZERO_ENDPOINT_MOENV", gone.url)
        monkeypatch.setenv("NETZERO_ENDPOINT_SBTI", gone.url.replace("127.0.0.1", "localhost"))
    assert case.run("ghg_p_01", "ghg_p_02", "sbti_companies") == 1
    said = case.printed.splitlines()[-3:]
    assert said == [
        "3 not fetched:",
        "  ghg_p_01, ghg_p_02: no connection: 127.0.0.1 cannot be reached."
        " The last release stands.",
        "  sbti_companies: no connection: localhost cannot be reached. The last release stands.",
    ]
    assert not case.landed.exists()


def test_an_endpoint_that_fails_does_not_stop_the_others(case: FetchCase):
    case.server.play(GHG, GOOD)
    assert case.run("aqx_p_555", "ghg_p_01") == 1
    assert "aqx_p_555: 127.0.0.1 has no such address" in case.printed
    assert case.landed_totals() == TOTALS


def test_a_set_without_a_layout_is_kept_for_a_person(case: FetchCase):
    case.server.play("/api/v2/AQX_P_555", pages([{"燃料": f"煤{n}"} for n in range(LIMIT + 3)]))
    assert case.run("aqx_p_555") == 1
    assert "10 rows" in case.printed and "the layout of aqx_p_555 is not known" in case.printed
    assert "Supply aqx_p_555/mapping.yml" in case.printed
    assert [name for name in case.files() if name.endswith(".json")] != []
    asked = [seen.query.get("sort") for seen in case.server.seen]
    assert asked == [None, "燃料 asc", "燃料 asc"]


def test_the_command_names_what_can_be_fetched(case: FetchCase):
    with pytest.raises(SettingWrong, match="Nothing can be fetched for ghg; there are: aqx_p_555"):
        cli.fetch(case.settings, ["ghg"])


def test_a_set_without_periods_is_not_asked_for_one(case: FetchCase):
    with pytest.raises(FetchRefused, match="102 was asked for, and the publisher gives the newest"):
        fetch.fetch_dataset(case.settings, "ghg_p_01", now=NOW, period="102", say=print)
    assert case.server.seen == []


def test_dbt_is_not_given_the_key(case: FetchCase):
    assert os.environ["NETZERO_MOENV_KEY"] == KEY
    assert KEY not in case.settings.environment().values()
    assert KEY not in repr(case.settings)


def test_without_the_redaction_the_key_would_stand_in_a_log(
    case: FetchCase, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    case.server.play(GHG, GOOD)
    case.fetch()
    assert "api_key=***" in caplog.text
    case.assert_key_is_nowhere()
    monkeypatch.setattr(transport.Redaction, "filter", lambda self, record: True)
    case.fetch()
    with pytest.raises(AssertionError, match="a log"):
        case.assert_key_is_nowhere()
    caplog.clear()


def test_a_refused_file_goes_aside_once_the_publisher_answers_otherwise(case: FetchCase):
    """Else it would be refused again at every run; the newest answer stays for a person to see."""
    case.server.play(GHG, pages([{k: v for k, v in row.items() if k != "town"} for row in ROWS]))
    refused = case.fetch().path
    content = refused.read_bytes()
    assert case.run("ghg_p_01") == 1 and refused.exists()
    case.server.play(GHG, GOOD)
    good = case.fetch(days=1).path
    assert case.run("ghg_p_01") == 0
    assert "was refused, and a newer answer has landed" in case.printed
    assert good.exists() and case.landed_totals() == TOTALS
    aside = case.landing / FOLDER / "ghg_p_01" / "refused" / refused.name
    assert not refused.exists() and aside.read_bytes() == content
    assert case.run("ghg_p_01") == 0
