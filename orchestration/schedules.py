"""What can be run, and when: a job for each dataset, one for the release, one for everything.

Belongs here: jobs, calendars, the daily look whether anything changed. Does not: what a step does
(assets/), reactions to files and runs (sensors.py). When a publisher is asked is written in
fetch/endpoints.yml, beside its address.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dagster import (
    AssetKey,
    AssetSelection,
    DefaultScheduleStatus,
    MetadataValue,
    RunRequest,
    ScheduleDefinition,
    ScheduleEvaluationContext,
    SkipReason,
    define_asset_job,
    in_process_executor,
    schedule,
)

from orchestration import inputs, preflight
from orchestration.fetch.endpoints import endpoints
from orchestration.publish import unchanged
from orchestration.resources import TIMEZONE
from orchestration.settings import Settings

DAILY = "30 6 * * *"
ON = "On: this deployment was started by `serve`."
OFF = "Off until someone switches it on: `dev` schedules nothing."


@dataclass(frozen=True)
class Feed:
    """All endpoints of one dataset: when each is asked and why then, and how old it may become."""

    dataset: str
    crons: tuple[str, ...]
    why: str
    fresh_within_days: int
    has_periods: bool

    @property
    def when(self) -> str:
        """The calendar as text."""
        return f"{' and '.join(self.crons)} ({TIMEZONE})"


def feeds() -> dict[str, Feed]:
    """Each dataset that somebody serves, by name. Raises ContractInvalid."""
    found: dict[str, Feed] = {}
    for dataset in sorted({each.dataset for each in endpoints()}):
        ours = [each for each in endpoints() if each.dataset == dataset]
        found[dataset] = Feed(
            dataset,
            tuple(dict.fromkeys(each.calendar.cron for each in ours)),
            ". ".join(dict.fromkeys(each.calendar.why.rstrip(".") for each in ours)) + ".",
            min(each.fresh_within_days for each in ours),
            # a file named by its period alone can be asked for by it
            any("{period}" in each.file and "{date}" not in each.file for each in ours),
        )
    return found


def job_of(dataset: str) -> str:
    """The name of the job that refreshes a dataset."""
    return f"refresh_{dataset}"


def jobs(landed: list[AssetKey], observed: list[AssetKey]) -> list:
    """`refresh_<dataset>` of each landed dataset, `release`, and `refresh` of everything.

    Steps run one after the other in one process: a DuckDB file has one writer.
    """
    of_own = AssetSelection.checks_for_assets(*observed)  # the gate judges files of one's own
    of_dataset = [
        define_asset_job(
            job_of(key.path[-1]),
            selection=AssetSelection.assets(key),
            executor_def=in_process_executor,
            description=f"Fetch {key.path[-1]} if somebody serves it, land it, run its suite.",
        )
        for key in landed
    ]
    built = AssetSelection.all() - AssetSelection.assets(*landed)
    return [
        *of_dataset,
        define_asset_job(
            "release",
            selection=built | of_own,
            executor_def=in_process_executor,
            description="Build the candidate from what is landed, check it, publish it.",
        ),
        define_asset_job(
            "refresh",
            selection=AssetSelection.all() | of_own,
            executor_def=in_process_executor,
            description="Everything: fetch and land every dataset, then build, check, publish.",
        ),
    ]


def schedules(settings: Settings, landed: list[AssetKey]) -> list[ScheduleDefinition]:
    """One for each dataset that somebody serves, and the daily look for the release."""
    known = {key.path[-1] for key in landed}
    fetching = [fetch_schedule(settings, f) for f in feeds().values() if f.dataset in known]
    return [*fetching, release_schedule(settings)]


def default_status(settings: Settings) -> DefaultScheduleStatus:
    """Running in the headless deployment, stopped elsewhere."""
    running = DefaultScheduleStatus.RUNNING, DefaultScheduleStatus.STOPPED
    return running[0] if settings.schedules else running[1]


def state(settings: Settings) -> str:
    """Whether schedules run here, as a sentence for the pages."""
    return ON if settings.schedules else OFF


def fetch_schedule(settings: Settings, feed: Feed) -> ScheduleDefinition:
    """Asks for one dataset by its publisher's calendar."""

    @schedule(
        name=f"fetch_{feed.dataset}",
        job_name=job_of(feed.dataset),
        cron_schedule=feed.crons[0] if len(feed.crons) == 1 else list(feed.crons),
        execution_timezone=TIMEZONE,
        default_status=default_status(settings),
        description=f"{feed.why} {state(settings)}",
        metadata={"when": feed.when, "fresh_within_days": feed.fresh_within_days},
    )
    def fetching(context: ScheduleEvaluationContext) -> RunRequest:
        return RunRequest(partition_key=month_of(context.scheduled_execution_time))

    return fetching


def month_of(moment: datetime) -> str:
    """The partition of a moment: the month it lies in at the publishers'."""
    return f"{moment.astimezone(ZoneInfo(TIMEZONE)):%Y-%m}-01"


def release_schedule(settings: Settings) -> ScheduleDefinition:
    """Every morning: a release where one made now would differ from the published one."""

    @schedule(
        name="daily_release",
        job_name="release",
        cron_schedule=DAILY,
        execution_timezone=TIMEZONE,
        default_status=default_status(settings),
        description=(
            "Every morning before work: if code, seeds, landed files, variables or tools differ"
            " from those of the published release, a new one is built, checked and published;"
            f" else the tick says that nothing changed. {state(settings)}"
        ),
        metadata={"compares": MetadataValue.path(settings.publish_dir / "manifest.json")},
    )
    def daily_release() -> RunRequest | SkipReason:
        published = unchanged.compare(
            settings, inputs.fingerprint(settings, preflight.variables({}))
        )
        if published is None:
            return RunRequest(tags={"netzero/because": "there is no release yet"})
        if published.reasons:
            return RunRequest(tags={"netzero/because": "; ".join(published.reasons)})
        return SkipReason(
            f"Nothing changed since release {published.release_id} ({published.created_at}): code,"
            " seeds, landed files, variables and tools are the same."
        )

    return daily_release
