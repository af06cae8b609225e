"""Assembles the Dagster definitions; nothing is decided here.

Parts: assets/ (landed files, dbt, the gate, the release), schedules.py, sensors.py, resources.py.
"""

from dagster import Definitions, definitions

from orchestration import settings as settings_module
from orchestration.assets.appearance import read_manifest
from orchestration.assets.gate import quality_gate
from orchestration.assets.landed import landed_assets
from orchestration.assets.published import published_warehouse_asset
from orchestration.assets.warehouse import warehouse_assets
from orchestration.resources import dbt_project, dbt_resource, mart_keys
from orchestration.schedules import daily, refresh
from orchestration.sensors import forget_old_runs
from orchestration.settings import Settings


def assemble(settings: Settings) -> Definitions:
    """All definitions for one set of paths."""
    project = dbt_project(settings)
    manifest = read_manifest(project.manifest_path)
    warehouse = warehouse_assets(settings, project, manifest)
    landed = landed_assets(settings, manifest)
    return Definitions(
        assets=[
            landed,
            warehouse,
            quality_gate(settings, warehouse, landed),
            published_warehouse_asset(settings, mart_keys(settings)),
        ],
        jobs=[refresh],
        schedules=[daily],
        sensors=[forget_old_runs],
        resources={"dbt": dbt_resource(settings)},
    )


@definitions
def defs() -> Definitions:
    """What Dagster loads; importing this module does not parse the dbt project."""
    return assemble(settings_module.load())
