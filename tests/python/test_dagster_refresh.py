"""When things run by themselves: calendars, the daily look, dropped files, notices.

Belongs here: schedules.py, sensors.py, drops.py, notices.py. Does not: the history (test_dagster_
history), what a run of a dataset does (test_dagster_landed), the whole graph (test_dagster).
"""

import http.server
import json
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from dagster import (
    AssetCheckResult,
    AssetKey,
    AssetMaterialization,
    DagsterInstance,
    DefaultScheduleStatus,
    DefaultSensorStatus,
    Definitions,
    Failure,
    RunRequest,
    SensorResult,
    SkipReason,
    asset,
    asset_check,
    build_run_status_sensor_context,
    build_schedule_context,
    build_sensor_context,
    define_asset_job,
    validate_run_config,
)
from dagster._core.definitions.freshness import FreshnessState, FreshnessStateChange
from dagster._utils.schedules import schedule_execution_time_iterator

from conftest import publish_now, settings_in
from orchestration import drops, inputs, landing, notices, preflight, schedules, sensors
from orchestration.landing.contract import load_all
from orchestration.resources import TIMEZONE
from orchestration.settings import Settings

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
LANDED = [AssetKey(["landed", name]) for name in ("fund_list", "etf_holdings")]
FUNDS = "基金代號,基金名稱,總市值（百萬新台幣）\n0050,元大台灣50,900000\n0056,元大高股息,{}\n"


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    """Settings with an empty landing folder."""
    (tmp_path / "landing").mkdir()
    return replace(settings_in(tmp_path), landing_dir=tmp_path / "landing")


def put(place: Settings, name: str, content: str | None = None) -> Path:
    path = place.landing_dir / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(FUNDS.format(400000) if content is None else content, encoding="utf-8")
    return path


def in_taipei(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=ZoneInfo(TIMEZONE))


def test_every_dataset_that_is_served_has_a_schedule_by_its_calendar(place: Settings):
    feeds = schedules.feeds()
    assert feeds
    landed = [AssetKey(["landed", name]) for name in feeds]
    found = {s.name: s for s in schedules.schedules(place, landed)}
    assert set(found) == {"daily_release", *(f"fetch_{name}" for name in feeds)}
    for name, feed in feeds.items():
        each = found[f"fetch_{name}"]
        crons = each.cron_schedule
        assert ([crons] if isinstance(crons, str) else list(crons)) == list(feed.crons)
        assert each.execution_timezone == "Asia/Taipei"
        assert each.job_name == f"refresh_{name}"
        assert feed.why in each.description
        # a day without an answer must not be stale already
        start = in_taipei(2026, 1, 1).timestamp()
        ticks = schedule_execution_time_iterator(start, list(feed.crons), TIMEZONE, ascending=True)
        year = [next(ticks) for _ in range(2 + 366 // 7)]
        gap = max(after - before for before, after in pairwise(year))
        assert timedelta(days=feed.fresh_within_days) > gap, name


def test_a_tick_asks_for_the_month_it_lies_in(place: Settings):
    feed = schedules.Feed("fund_list", ("0 2 1 * *",), "Monthly.", 40, has_periods=False)
    tick = schedules.fetch_schedule(place, feed)
    # still November in UTC
    context = build_schedule_context(scheduled_execution_time=in_taipei(2026, 12, 1, 2))
    assert tick(context).partition_key == "2026-12-01"


@pytest.mark.parametrize("on", [True, False])
def test_what_starts_runs_is_on_in_a_service_alone_and_says_so(place: Settings, on: bool):
    settings = replace(place, schedules=on)
    feed = schedules.Feed("fund_list", ("0 2 1 * *",), "Monthly.", 40, has_periods=False)
    found = [schedules.fetch_schedule(settings, feed), schedules.release_schedule(settings)]
    status = DefaultScheduleStatus.RUNNING if on else DefaultScheduleStatus.STOPPED
    assert {each.default_status for each in found} == {status}
    said = schedules.ON if on else schedules.OFF
    assert all(said in each.description for each in found)
    jobs = schedules.jobs(LANDED, [])
    dropped, *others = sensors.sensors(settings, jobs)
    assert dropped.default_status.value == status.value
    assert said in dropped.description
    assert {each.default_status for each in others} == {DefaultSensorStatus.RUNNING}


def test_the_daily_look_runs_where_something_changed_and_else_says_that_nothing_did(
    handmade: Settings,
):
    tick = schedules.release_schedule(handmade)
    first = tick(build_schedule_context())
    assert first.tags["netzero/because"] == "there is no release yet"
    publish_now(handmade)
    facts_of = handmade.publish_dir / "manifest.json"
    facts = json.loads(facts_of.read_text(encoding="utf-8"))
    assert facts["inputs_sha256"] == inputs.fingerprint(handmade, preflight.variables({}))
    skipped = tick(build_schedule_context())
    assert isinstance(skipped, SkipReason)
    assert skipped.skip_message.startswith(f"Nothing changed since release {facts['release_id']}")
    (handmade.landed_dir / "fund_list").mkdir(parents=True)
    (handmade.landed_dir / "fund_list" / "2026-01-01_0.parquet").write_bytes(b"new")
    again = tick(build_schedule_context())
    assert again.tags["netzero/because"] == "changed: landed files"


class Folder:
    """The sensor of dropped files, looked at tick by tick."""

    def __init__(self, place: Settings, instance: DagsterInstance) -> None:
        self.place, self.instance, self.cursor = place, instance, None
        self.sensor = sensors.dropped_files(place, schedules.jobs(LANDED, []))

    def tick(self) -> tuple[list[RunRequest], str]:
        """The runs that one look asks for, and what it says else."""
        context = build_sensor_context(instance=self.instance, cursor=self.cursor)
        found = self.sensor(context)
        assert isinstance(found, SensorResult)
        self.cursor = found.cursor
        told = found.skip_reason.skip_message if found.skip_reason else ""
        return list(found.run_requests or []), told


@pytest.fixture
def folder(place: Settings):
    with DagsterInstance.ephemeral() as instance:
        yield Folder(place, instance)


def test_a_dropped_file_is_landed_once_when_it_is_whole(place: Settings, folder: Folder):
    assert folder.tick() == ([], "Nothing new.")
    path = put(place, "etf_holdings/fund_list_2025-11.csv")
    assert folder.tick() == ([], "1 file(s) seen, to be taken once they are whole.")
    with path.open("a", encoding="utf-8") as file:  # it grows
        file.write("006208,富邦台50,300000\n")
    assert folder.tick()[0] == []
    (request,), _ = folder.tick()
    assert request.job_name == "refresh_fund_list"
    assert request.partition_key == "2025-11-01"  # the month of the vintage
    assert request.run_config["ops"] == {"land_fund_list": {"config": {"fetch": False}}}
    assert request.tags["netzero/because"] == "dropped: etf_holdings/fund_list_2025-11.csv"
    assert folder.tick() == ([], "Nothing new.")
    # the same bytes, written again, are the same run: Dagster starts it once
    path.write_bytes(path.read_bytes())
    folder.tick()
    (again,), _ = folder.tick()
    assert again.run_key == request.run_key
    put(place, "etf_holdings/fund_list_2025-11.csv", FUNDS.format(1))
    folder.tick()
    (other,), _ = folder.tick()
    assert other.run_key != request.run_key


def test_what_nobody_claims_and_what_is_ones_own_is_named_and_left(place: Settings, folder: Folder):
    put(place, "etf_holdings/notes.txt")
    put(place, "activity_data_2025.csv")
    folder.tick()
    requests, told = folder.tick()
    assert requests == []
    assert "etf_holdings/notes.txt: no contract claims it; it stays where it is." in told
    assert "activity_data_2025.csv: activity_data, a file of your own" in told


def test_hidden_files_lonely_notes_and_unfinished_fetches_are_nobodys(
    place: Settings, folder: Folder
):
    put(place, "etf_holdings/.fund_list_2025-11.csv.swp")
    put(place, ".fetching/funds/part")
    put(place, "etf_holdings/fund_list_2025-11.csv.meta.yml", "url: https://example.org\n")
    assert folder.tick() == ([], "Nothing new.")


def test_a_note_that_changes_is_a_new_drop_of_its_file(place: Settings, folder: Folder):
    put(place, "etf_holdings/fund_list_new.csv")
    folder.tick()
    (without,), _ = folder.tick()
    put(place, "etf_holdings/fund_list_new.csv.meta.yml", "vintage_date: 2025-10-31\n")
    folder.tick()
    (dated,), _ = folder.tick()
    assert dated.run_key != without.run_key
    assert dated.partition_key == "2025-10-01"


def test_what_was_landed_by_hand_or_fetched_is_not_run_again(place: Settings, folder: Folder):
    path = put(place, "etf_holdings/fund_list_2025-11.csv")
    assert landing.run(place.landing_dir, place.landed_dir, lambda text: None) == 0
    folder.tick()
    assert folder.tick() == ([], "Nothing new.")
    endpoint = drops.endpoints()[0]
    state = place.landing_dir / drops.FETCHING / endpoint.endpoint / "state.json"
    state.parent.mkdir(parents=True)
    sha256 = drops._sha256(path)
    state.write_text(json.dumps({"files": {"": {"file": "x", "sha256": sha256}}}))
    assert drops.fetched_sha256(place.landing_dir) == {(endpoint.dataset, sha256)}


def test_a_folder_that_is_too_large_for_one_look_takes_several(
    place: Settings, folder: Folder, monkeypatch: pytest.MonkeyPatch
):
    for month in (10, 11, 12):
        put(place, f"etf_holdings/fund_list_2025-{month}.csv", FUNDS.format(month))
    monkeypatch.setattr(drops, "MOST_BYTES", 200)
    folder.tick()
    taken = [len(folder.tick()[0]) for _ in range(3)]
    assert taken == [1, 1, 1]


def test_the_cursor_stays_short_however_many_files_there_are(place: Settings, folder: Folder):
    for number in range(200):
        put(place, f"etf_holdings/note_{number}.txt", "x")
    folder.tick()
    folder.tick()
    assert len(folder.cursor) < 32
    stored = folder.instance.daemon_cursor_storage.get_cursor_values({sensors.SEEN})
    assert len(json.loads(stored[sensors.SEEN])["handled"]) == 200


def test_a_sensor_asks_for_runs_that_exist():
    request = next(iter(sensors.requests_for([drops.Drop("f.csv", "fund_list", "0" * 64, None)])))
    from dagster import AssetSpec

    from orchestration.assets.landed import landed_asset

    contract = next(c for c in load_all() if c.dataset == "fund_list")
    settings = settings_in(Path("."))
    landed = landed_asset(settings, contract, None, AssetSpec(LANDED[0]))
    job = define_asset_job("refresh_fund_list", selection=[LANDED[0]])
    defs = Definitions(assets=[landed], jobs=[job])
    found = defs.resolve_job_def(request.job_name)
    assert validate_run_config(found, request.run_config)
    assert request.partition_key in landed.partitions_def.get_partition_keys()


class Hook(http.server.BaseHTTPRequestHandler):
    """A webhook on this machine: it notes what it is sent and answers with `status`."""

    status = 200
    got: ClassVar[list[dict]] = []

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        Hook.got.append(json.loads(self.rfile.read(length)))
        self.send_response(Hook.status)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Hook, "got", [])
    with http.server.HTTPServer(("127.0.0.1", 0), Hook) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/hooks/s3cret"
        monkeypatch.setenv("NETZERO_WEBHOOK", url)
        monkeypatch.setenv("NETZERO_MOENV_KEY", "k-e-y")
        yield url
        server.shutdown()


def failing(instance: DagsterInstance, job: str = "refresh_thing"):
    """A run in which a fetch failed, with the key in its sentence, and a check found something."""

    @asset
    def thing() -> None: ...

    @asset
    def fetched() -> None:
        raise Failure("GHG_P_01: no answer for api_key=k-e-y", allow_retries=False)

    @asset_check(asset=thing, blocking=True)
    def expectations() -> AssetCheckResult:
        return AssetCheckResult(passed=False, description="total 5 too small\nmore of it")

    job_def = define_asset_job(job)
    defs = Definitions(assets=[thing, fetched], asset_checks=[expectations], jobs=[job_def])
    return defs.resolve_job_def(job).execute_in_process(
        QUIET, instance=instance, raise_on_error=False
    )


def failure_context(instance: DagsterInstance, done):
    event = next(e for e in done.all_events if e.event_type_value == "PIPELINE_FAILURE")
    return build_run_status_sensor_context(
        sensor_name="tell_failures",
        dagster_instance=instance,
        dagster_run=done.dagster_run,
        dagster_event=event,
    ).for_run_failure()


def test_a_failure_is_told_with_its_sentence_and_without_the_key(hook: str):
    with DagsterInstance.ephemeral() as instance:
        done = failing(instance)
        sensors.tell_failures(failure_context(instance, done))
    (told,) = Hook.got
    assert told["job"] == "refresh_thing"
    first, *lines = told["text"].split("\n")
    assert first == f"netzero_tw: refresh_thing failed (run {done.run_id[:8]})."
    assert "fetched: GHG_P_01: no answer for api_key=<NETZERO_MOENV_KEY>" in lines
    assert "thing expectations: total 5 too small" in lines
    assert "k-e-y" not in told["text"]


@pytest.mark.parametrize(
    ("status", "address", "said"),
    [
        (500, None, "answered 500"),
        (302, None, "answered 302"),  # followed nowhere
        (200, "http://127.0.0.1:1/s3cret", "was not reached (ConnectionError)"),
        (200, "http://example.org/s3cret", "is no https address"),
        (200, "https://[s3cret", "was not reached (ValueError)"),
    ],
)
def test_a_webhook_that_fails_stops_nothing_and_is_never_named(
    hook: str, monkeypatch: pytest.MonkeyPatch, status: int, address: str | None, said: str
):
    monkeypatch.setattr(Hook, "status", status)
    lines: list[str] = []
    env = {"NETZERO_WEBHOOK": address or hook}
    assert notices.tell("something failed", log=lines.append, env=env) is False
    assert lines[0] == "something failed"
    assert said in lines[1]
    assert "s3cret" not in "".join(lines)


def test_without_a_webhook_the_log_alone_is_told():
    lines: list[str] = []
    assert notices.tell("something failed", log=lines.append, env={}) is False
    assert lines == ["something failed"]


def test_what_became_stale_is_told_once(hook: str):
    from orchestration.assets.published import FRESH

    @asset(freshness_policy=FRESH)
    def thing() -> None: ...

    repository = Definitions(assets=[thing]).get_repository_def()
    with DagsterInstance.ephemeral() as instance:

        def look(cursor: str | None) -> str | None:
            context = build_sensor_context(instance, cursor=cursor, repository_def=repository)
            sensors.stale_assets(context)
            return context.cursor

        cursor = look(None)
        instance.report_runless_asset_event(AssetMaterialization("thing"))
        instance._report_runless_asset_event(
            FreshnessStateChange(
                key=AssetKey("thing"),
                previous_state=FreshnessState.PASS,
                new_state=FreshnessState.FAIL,
                state_change_timestamp=0.0,
            )
        )
        cursor = look(cursor)
        look(cursor)
    (told,) = Hook.got
    assert told["text"].startswith("netzero_tw: thing is stale")
