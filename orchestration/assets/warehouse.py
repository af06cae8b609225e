"""Seeds and models as assets, dbt tests as their checks: the candidate.

Belongs here: how dbt appears in Dagster. Does not: the gate (checks/), publishing (published.py).
A dbt test of severity error becomes a blocking check, so what depends on it does not run.
"""

from collections.abc import Iterator

from dagster import AssetExecutionContext, AssetsDefinition
from dagster_dbt import DbtCliResource, dbt_assets

from orchestration import candidate
from orchestration.resources import POOL, dbt_project
from orchestration.settings import Settings


def warehouse_assets(settings: Settings) -> AssetsDefinition:
    """The dbt project as assets; a run of all of them builds the candidate from nothing."""
    project = dbt_project(settings)

    @dbt_assets(manifest=project.manifest_path, project=project, name="warehouse", pool=POOL)
    def warehouse(context: AssetExecutionContext, dbt: DbtCliResource) -> Iterator:
        if not context.is_subset:
            candidate.discard(settings.build_db)
        # One target folder for all, so that gate and publish read the artifacts of this build.
        yield from dbt.cli(["build"], context=context, target_path=settings.target_dir).stream()

    return warehouse
