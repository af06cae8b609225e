"""What happens beside the job: old runs are forgotten, so that the history stays small.

Belongs here: reactions to runs. Does not: the job and when it starts (schedules.py).
Dagster has no setting for it: its own retention is of the ticks of schedules and sensors.
"""

from dagster import (
    DagsterInstance,
    DagsterRunStatus,
    DefaultSensorStatus,
    RunsFilter,
    RunStatusSensorContext,
    run_status_sensor,
)

KEPT_RUNS = 10
FINISHED = [DagsterRunStatus.SUCCESS, DagsterRunStatus.FAILURE, DagsterRunStatus.CANCELED]


def forget(instance: DagsterInstance, keep: int = KEPT_RUNS) -> list[str]:
    """Delete all finished runs but the newest; returns the ids of those deleted."""
    runs = instance.get_runs(RunsFilter(statuses=FINISHED))[keep:]
    for run in runs:
        instance.delete_run(run.run_id)
    return [run.run_id for run in runs]


@run_status_sensor(run_status=DagsterRunStatus.SUCCESS, default_status=DefaultSensorStatus.RUNNING)
def forget_old_runs(context: RunStatusSensorContext) -> None:
    """After every run that succeeded, keep the newest runs and delete the rest."""
    forgotten = forget(context.instance)
    context.log.info(f"{len(forgotten)} old run(s) forgotten")
