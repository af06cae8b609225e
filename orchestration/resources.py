"""What assets and schedules share: dbt, the pool of one writer, the months, the retries."""

import json
import sys
from functools import cached_property
from importlib.metadata import version

from dagster import Backoff, Jitter, MonthlyPartitionsDefinition, RetryPolicy
from dagster_dbt import DbtCliResource, DbtProject
from packaging.version import Version

from orchestration import dbt
from orchestration.settings import ROOT, Settings

# A DuckDB file has one writer, and a writer shuts out every reader. Landing is in the same pool:
# a file that lands while dbt builds would belong to no release.
POOL = "duckdb"
TIMEZONE = "Asia/Taipei"
# The month of a vintage; the month we are in is the last one.
MONTHS = MonthlyPartitionsDefinition(start_date="2021-01-01", timezone=TIMEZONE, end_offset=1)
# A minute, two, four: a publisher that restarts is back by then, a day of maintenance waits for
# the next tick.
RETRIES = RetryPolicy(
    max_retries=3, delay=60, backoff=Backoff.EXPONENTIAL, jitter=Jitter.PLUS_MINUS
)


def dbt_project(settings: Settings) -> DbtProject:
    """The dbt project, parsed if it never was; `dagster dev` parses it at every load."""
    project = DbtProject(ROOT, target_path=settings.target_dir, profiles_dir=ROOT)
    project.prepare_if_dev()
    dbt.ensure_manifest(settings)
    return project


class DbtChild(DbtCliResource):
    """dbt that ends with the step that started it, as it does with a command (dbt_process.py)."""

    @cached_property
    def _cli_version(self) -> Version:
        # dagster-dbt asks the executable, which here is Python
        return Version(version("dbt-core"))


def dbt_resource(settings: Settings) -> DbtCliResource:
    """dbt as a subprocess; it reads the same environment variables as the settings."""
    settings.build_db.parent.mkdir(parents=True, exist_ok=True)
    return DbtChild(
        project_dir=ROOT,
        profiles_dir=ROOT,
        dbt_executable=sys.executable,
        global_config_flags=["-m", "orchestration.dbt_process"],
    )


def mart_keys(settings: Settings) -> list[list[str]]:
    """Asset keys of the marts the dbt project promises."""
    manifest = json.loads(settings.dbt_manifest.read_text(encoding="utf-8"))
    return [["marts", name] for name in dbt.mart_names(manifest)]
