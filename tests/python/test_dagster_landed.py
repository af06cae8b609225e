"""One dataset in Dagster: fetched, landed, judged; what is tried again and what is not.

Belongs here: assets/landed.py, the kept results. Does not: the whole graph (test_dagster), when
things run (test_dagster_refresh).
"""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from dagster import (
    AssetKey,
    AssetSpec,
    Definitions,
    ExecuteInProcessResult,
    RetryPolicy,
    asset,
    define_asset_job,
    in_process_executor,
)

from conftest import settings_in
from orchestration import fetch
from orchestration.assets import landed as landed_module
from orchestration.assets.appearance import ROW_COUNT
from orchestration.checks import kept, runner
from orchestration.checks.registry import SuiteFile
from orchestration.errors import FetchFailed, FetchRefused, KeyMissing
from orchestration.fetch.spool import Fetched
from orchestration.landing.contract import load_all
from orchestration.schedules import Feed, month_of
from orchestration.settings import LANDED, Settings

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
FUNDS = "基金代號,基金名稱,總市值（百萬新台幣）\n0050,元大台灣50,{}\n0056,元大高股息,400000\n"
KEY = AssetKey(["landed", "fund_list"])
FEED = Feed("fund_list", ("0 9 * * 1",), "Every Monday.", 10, has_periods=True)
SUITE = """
"Funds. Looks for values of another unit."
import great_expectations.expectations as gxe

EXPECTATIONS = [
    gxe.ExpectColumnValuesToBeBetween(
        column="market_value_twd1m", min_value=1000, severity="critical"
    )
]
"""


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    """Settings of an empty landing folder, landed files of which are read, and one suite."""
    (tmp_path / "landing").mkdir()
    suites = tmp_path / "expectations"
    for boundary in ("landed", "published"):
        (suites / boundary).mkdir(parents=True)
    (suites / "landed" / "fund_list.py").write_text(SUITE, encoding="utf-8")
    return replace(
        settings_in(tmp_path),
        landing_dir=tmp_path / "landing",
        expectations_dir=suites,
        data=LANDED,
    )


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits between two tries."""
    monkeypatch.setattr(landed_module, "RETRIES", RetryPolicy(max_retries=2))


def put(place: Settings, name: str = "fund_list_2025-11.csv", value: str = "900000") -> Path:
    """A list of funds in the landing folder."""
    path = place.landing_dir / "etf_holdings" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(FUNDS.format(value), encoding="utf-8")
    return path


def run(
    place: Settings, *, feed: Feed | None = None, month: str = "2025-11-01", fetch: bool = True
) -> ExecuteInProcessResult:
    """The dataset, its check and an asset that reads it, run for one month."""
    contract = next(c for c in load_all() if c.dataset == "fund_list")
    landed = landed_module.landed_asset(place, contract, feed, AssetSpec(KEY))
    checks = landed_module.landed_checks(place, [landed])

    @asset(deps=[KEY])
    def reader() -> None: ...

    job = define_asset_job("all", executor_def=in_process_executor)
    defs = Definitions(assets=[landed, reader], asset_checks=checks, jobs=[job])
    config = {**QUIET, "ops": {"land_fund_list": {"config": {"fetch": fetch}}}}
    return defs.resolve_job_def("all").execute_in_process(
        config, partition_key=month, raise_on_error=False
    )


def metadata_of(done: ExecuteInProcessResult) -> dict:
    """What the dataset's materialisation says."""
    events = done.asset_materializations_for_node("land_fund_list")
    return {name: value.value for name, value in events[0].metadata.items()}


def tries_of(done: ExecuteInProcessResult, step: str = "land_fund_list") -> int:
    """How often a step was begun."""
    kinds = ("STEP_START", "STEP_RESTARTED")
    return sum(e.event_type_value in kinds and e.step_key == step for e in done.all_events)


def sentence_of(done: ExecuteInProcessResult, step: str = "land_fund_list") -> str:
    """Why a step failed."""
    (event,) = [e for e in done.all_events if e.is_step_failure and e.step_key == step]
    return event.step_failure_data.user_failure_data.description


def ran(done: ExecuteInProcessResult, step: str) -> bool:
    return any(e.is_step_success and e.step_key == step for e in done.all_events)


def test_a_file_is_landed_and_judged_and_its_page_says_what_there_is(place: Settings):
    put(place)
    done = run(place)
    assert done.success
    told = metadata_of(done)
    assert told[ROW_COUNT] == 2
    assert told["newest_vintage"] == "2025-11-30"
    assert told["vintages_of_the_month"] == ["etf_holdings/fund_list_2025-11.csv"]
    assert told["quarantined_count"] == 0
    (check,) = done.get_asset_check_evaluations()
    assert check.passed
    assert check.metadata["expectations"].value == 1
    assert ran(done, "reader")


def test_the_data_version_follows_the_content(place: Settings):
    def version() -> str:
        (event,) = run(place).asset_materializations_for_node("land_fund_list")
        return event.tags["dagster/data_version"]

    path = put(place)
    first = version()
    assert version() == first
    path.rename(path.with_name("fund_list_2025-12.csv"))  # another vintage of the same bytes
    put(place, value="900001")
    assert version() != first


def test_a_critical_failure_keeps_what_reads_the_dataset_from_running(place: Settings):
    put(place, value="900")
    done = run(place)
    assert not done.success
    assert not ran(done, "reader")
    (check,) = done.get_asset_check_evaluations()
    assert "fund_list.market_value_twd1m (etf_holdings/fund_list_2025-11.csv)" in check.description


def test_it_only_warns_where_builds_do_not_read_what_was_landed(place: Settings):
    put(place, value="900")
    done = run(replace(place, data="embedded"))
    assert done.success
    assert not done.get_asset_check_evaluations()[0].passed
    assert ran(done, "reader")


def test_a_refused_file_ends_the_step_at_once_with_the_sentence(place: Settings):
    put(place, "fund_list_someday.csv")
    put(place)
    done = run(place, feed=FEED, fetch=False)
    assert tries_of(done) == 1
    assert "fund_list_someday.csv: no vintage date in the file name" in sentence_of(done)
    assert list((place.landed_dir / "fund_list").glob("*.parquet")), "the other file is landed"
    assert not ran(done, "reader")


@pytest.mark.parametrize(
    ("error", "tries"),
    [(FetchFailed("no answer"), 3), (FetchRefused("a lie"), 1), (KeyMissing("x", "renew"), 1)],
)
def test_only_what_the_network_did_is_tried_again(
    place: Settings, monkeypatch: pytest.MonkeyPatch, error: Exception, tries: int
):
    def fails(*args, **options):
        raise error

    monkeypatch.setattr(fetch, "fetch_dataset", fails)
    put(place)
    done = run(place, feed=FEED, month=month_of(datetime.now(UTC)))
    assert tries_of(done) == tries
    assert sentence_of(done) == str(error)
    assert list((place.landed_dir / "fund_list").glob("*.parquet")), "what is there is landed"


def test_a_publisher_that_is_back_at_the_second_try_is_landed(
    place: Settings, monkeypatch: pytest.MonkeyPatch
):
    answers = iter([FetchFailed("no answer"), [Fetched("funds", "new", None, 2, 3)]])

    def fetch_dataset(settings: Settings, dataset: str, **options) -> list[Fetched]:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        put(settings)
        return answer

    monkeypatch.setattr(fetch, "fetch_dataset", fetch_dataset)
    done = run(place, feed=FEED, month=month_of(datetime.now(UTC)))
    assert done.success
    told = metadata_of(done)
    assert (told["endpoints"], told["requests"]) == ({"funds": "new"}, 3)
    assert told[ROW_COUNT] == 2


@pytest.mark.parametrize(
    ("month", "has_periods", "asked"),
    [
        ("2025-09-01", True, ["114Q3"]),  # a quarter ends with September
        ("2025-08-01", True, []),
        ("2025-09-01", False, []),  # the publisher serves the newest state alone
        (None, True, [None]),  # the month we are in
    ],
)
def test_a_month_that_is_over_is_asked_for_only_where_it_can_be(
    place: Settings,
    monkeypatch: pytest.MonkeyPatch,
    month: str | None,
    has_periods: bool,
    asked: list,
):
    found: list = []

    def fetch_dataset(settings, dataset, *, now, period=None, say=print):
        found.append(period)
        return []

    monkeypatch.setattr(fetch, "fetch_dataset", fetch_dataset)
    put(place)
    feed = replace(FEED, has_periods=has_periods)
    assert run(place, feed=feed, month=month or month_of(datetime.now(UTC))).success
    assert found == asked


def test_what_a_suite_said_stands_until_files_or_words_change(place: Settings):
    put(place)
    assert run(place).success
    suite = SuiteFile("landed", place.expectations_dir / "landed" / "fund_list.py")
    said = kept.load(place, suite)
    assert [row.table_name for row in said] == ["fund_list"]
    # without an engine nothing can be judged
    assert runner.of_landed(None, None, suite, place, reuse=True) == said
    with pytest.raises(AttributeError):
        runner.of_landed(None, duckdb.connect(), suite, place, reuse=False)

    suite.path.write_text(SUITE.replace("1000", "2000"), encoding="utf-8")
    assert kept.load(place, suite) is None
    suite.path.write_text(SUITE, encoding="utf-8")
    assert kept.load(place, suite) == said
    put(place, "fund_list_2025-12.csv", "910000")
    assert run(place).success
    assert len(kept.load(place, suite)) == 2
    marked = json.loads((place.target_dir / "judged" / "fund_list.json").read_text("utf-8"))
    assert marked["fingerprint"] == kept.fingerprint(place, suite)
