"""What happens beside the jobs: dropped files are landed, failures told, old runs forgotten.

Belongs here: reactions to files, runs and time. Does not: what is seen (drops.py), told
(notices.py), deleted (history.py); jobs and calendars (schedules.py).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from dagster import (
    AssetCheckSeverity,
    DagsterEventType,
    DagsterInstance,
    DefaultSensorStatus,
    RunFailureSensorContext,
    RunRequest,
    SensorDefinition,
    SensorEvaluationContext,
    SensorResult,
    SkipReason,
    run_failure_sensor,
    sensor,
)
from dagster._core.definitions.freshness import FreshnessState

from orchestration import drops, history, notices
from orchestration.landing.contract import Contract, load_all
from orchestration.resources import MONTHS
from orchestration.schedules import job_of, month_of, state
from orchestration.settings import Settings
from orchestration.wording import printable

SECONDS_BETWEEN_LOOKS = 60
HOUR = 3600
SEEN = "netzero/landing_folder"
TOLD_CHECKS = 5


def sensors(settings: Settings, jobs: list) -> list[SensorDefinition]:
    """All sensors; the one that starts runs only where schedules run as well."""
    return [dropped_files(settings, jobs), tell_failures, stale_assets, forget_old_runs]


def dropped_files(settings: Settings, jobs: list) -> SensorDefinition:
    """Lands what somebody puts into the landing folder, by the job of its dataset."""
    known = {job.name for job in jobs}
    running = DefaultSensorStatus.RUNNING if settings.schedules else DefaultSensorStatus.STOPPED

    @sensor(
        name="dropped_files",
        minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
        default_status=running,
        description=(
            "Looks at the landing folder every minute. A file is landed once, when it is whole,"
            f" into the month of its vintage; the tick names the contract. {state(settings)}"
        ),
        jobs=jobs,
    )
    def dropped(context: SensorEvaluationContext) -> SensorResult | SkipReason:
        folder = settings.landing_dir
        if not folder.is_dir():
            return SkipReason(f"There is no landing folder {folder}.")
        before = remembered(context)
        found = drops.look(folder, settings.landed_dir, contracts(), **before)
        cursor = remember(context, found)
        for line in found.told:
            context.log.info(line)
        requests = list(requests_for(d for d in found.drops if job_of(d.dataset) in known))
        if not requests:
            return SensorResult(
                skip_reason=SkipReason("\n".join(found.told) or "Nothing new."), cursor=cursor
            )
        return SensorResult(run_requests=requests, cursor=cursor)

    return dropped


@cache
def contracts() -> list[Contract]:
    """Every contract, read once: new ones are known after a restart, like all code."""
    return load_all()


def remembered(context: SensorEvaluationContext) -> dict[str, drops.Seen]:
    """What the look before saw. It is kept beside the cursor, which every tick would copy."""
    if context.cursor:
        stored = context.instance.daemon_cursor_storage.get_cursor_values({SEEN})
        if stored.get(SEEN):
            return json.loads(stored[SEEN])
    return {"handled": {}, "moving": {}}


def remember(context: SensorEvaluationContext, found: drops.Look) -> str:
    """Keep what was seen (name, size, time); returns the cursor, a short word for it."""
    text = json.dumps({"handled": found.handled, "moving": found.moving}, sort_keys=True)
    cursor = hashlib.sha256(text.encode()).hexdigest()[:16]
    if cursor != context.cursor:
        context.instance.daemon_cursor_storage.set_cursor_values({SEEN: text})
    return cursor


def requests_for(dropped: Iterable[drops.Drop]) -> Iterable[RunRequest]:
    """A run for each dataset and month, known by the content of its files."""
    together: dict[tuple[str, str], list[drops.Drop]] = defaultdict(list)
    for each in dropped:
        together[each.dataset, partition_of(each)].append(each)
    for (dataset, month), files in together.items():
        content = hashlib.sha256("".join(sorted(f.content for f in files)).encode())
        yield RunRequest(
            run_key=f"{dataset}:{content.hexdigest()}",
            job_name=job_of(dataset),
            partition_key=month,
            run_config={"ops": {f"land_{dataset}": {"config": {"fetch": False}}}},
            tags={
                "netzero/because": printable(f"dropped: {', '.join(f.name for f in files)}")[:200]
            },
        )


def partition_of(dropped: drops.Drop) -> str:
    """The month of the vintage, where there is such a partition; else the month we are in."""
    month = f"{dropped.vintage:%Y-%m}-01" if dropped.vintage else ""
    return month if MONTHS.has_partition_key(month) else month_of(datetime.now(UTC))


@run_failure_sensor(
    name="tell_failures",
    default_status=DefaultSensorStatus.RUNNING,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    description=(
        "Writes to the log, and to the webhook of NETZERO_WEBHOOK if there is one, which run failed"
        " and why: the sentence of the step, and of each check that stops a release."
    ),
)
def tell_failures(context: RunFailureSensorContext) -> None:
    """Tell that a run failed, and what it said."""
    run = context.dagster_run
    lines = [f"netzero_tw: {run.job_name} failed (run {run.run_id[:8]})."]
    lines += sentences_of(context) or [context.failure_event.message or ""]
    facts = {"job": run.job_name, "run_id": run.run_id}
    notices.tell("\n".join(lines), facts, log=context.log.error)


def sentences_of(context: RunFailureSensorContext) -> list[str]:
    """Why each step failed, and the first of the checks that failed as errors."""
    lines = []
    for event in context.get_step_failure_events():
        data = event.step_failure_data
        said = data.user_failure_data.description if data.user_failure_data else None
        cause = data.error.cause or data.error if data.error else None
        lines.append(f"{event.step_key}: {said or (cause.message if cause else event.message)}")
    failed = failed_checks(context.instance, context.dagster_run.run_id)
    lines += failed[:TOLD_CHECKS]
    if len(failed) > TOLD_CHECKS:
        lines.append(f"... and {len(failed) - TOLD_CHECKS} more checks")
    return [" ".join(line.split()) for line in lines]


def failed_checks(instance: DagsterInstance, run_id: str) -> list[str]:
    """The checks of a run that failed as errors, each with the first line it said."""
    told = []
    for entry in instance.all_logs(run_id, of_type=DagsterEventType.ASSET_CHECK_EVALUATION):
        check = entry.dagster_event.asset_check_evaluation_data
        if not check.passed and check.severity == AssetCheckSeverity.ERROR:
            first = (check.description or "").split("\n")[0]
            told.append(f"{check.asset_key.to_user_string()} {check.check_name}: {first}")
    return told


@sensor(
    name="stale_assets",
    minimum_interval_seconds=HOUR,
    default_status=DefaultSensorStatus.RUNNING,
    description=(
        "Tells once, like a failure, that a dataset or the release is older than its freshness"
        " policy allows."
    ),
)
def stale_assets(context: SensorEvaluationContext) -> SkipReason:
    """Tell which assets became stale since the last look, by Dagster's own judgement."""
    keys = [
        key
        for key, node in ((n.key, n) for n in context.repository_def.asset_graph.asset_nodes)
        if node.freshness_policy
    ]
    records = context.instance.get_freshness_state_records(keys)
    stale = {
        key.to_user_string()
        for key, record in records.items()
        if record.freshness_state == FreshnessState.FAIL
    }
    before = set(json.loads(context.cursor)) if context.cursor else set()
    for name in sorted(stale - before):
        notices.tell(
            f"netzero_tw: {name} is stale: no run of it succeeded within its time.",
            {"asset": name},
            log=context.log.error,
        )
    context.update_cursor(json.dumps(sorted(stale)))
    return SkipReason(f"{len(stale)} of {len(keys)} stale: {', '.join(sorted(stale)) or 'none'}.")


@sensor(
    name="forget_old_runs",
    minimum_interval_seconds=HOUR,
    default_status=DefaultSensorStatus.RUNNING,
    description=(
        f"Keeps the newest {history.KEPT_RUNS} finished runs of each job, deletes the others with"
        " their files, and shrinks the files of the history."
    ),
)
def forget_old_runs(context: SensorEvaluationContext) -> SkipReason:
    """Delete old runs, whether they succeeded or failed."""
    done = history.clean(context.instance)
    return SkipReason(
        f"{len(done.runs)} old run(s) forgotten; the history has"
        f" {done.bytes_after / 1e6:.1f} MB, {done.bytes_before / 1e6:.1f} MB before."
    )
