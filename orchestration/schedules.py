"""The one job, and when it runs."""

from dagster import AssetSelection, ScheduleDefinition, define_asset_job, in_process_executor

# Steps run one after the other in one process: a DuckDB file has one writer.
refresh = define_asset_job(
    "refresh",
    selection=AssetSelection.all(),
    executor_def=in_process_executor,
    description="Build the candidate, check it, publish it.",
)

daily = ScheduleDefinition(
    name="daily_refresh", job=refresh, cron_schedule="30 6 * * *", execution_timezone="Asia/Taipei"
)
