"""Assembles the Dagster definitions; nothing is decided here.

Parts: assets/ (landed files, dbt, the gate, the release), schedules.py, sensors.py, resources.py.
"""

from dagster import Definitions, definitions

from orchestration import schedules, sensors, telemetry
from orchestration import settings as settings_module
from orchestration.assets.appearance import read_manifest
from orchestration.assets.gate import quality_gate
from orchestration.assets.landed import landed_assets, landed_checks
from orchestration.assets.observed import observed_assets
from orchestration.assets.published import published_warehouse_asset
from orchestration.assets.warehouse import warehouse_assets
from orchestration.resources import dbt_project, dbt_resource, mart_keys
from orchestration.settings import Settings


def assemble(settings: Settings) -> Definitions:
    """All definitions for one set of paths."""
    project = dbt_project(settings)
    manifest = read_manifest(project.manifest_path)
    warehouse = warehouse_assets(settings, project, manifest)
    landed = landed_assets(settings, manifest)
    observed = observed_assets(settings, manifest)
    keys = [asset.key for asset in landed]
    jobs = schedules.jobs(keys, sorted(observed.keys))
    return Definitions(
        assets=[
            *landed,
            observed,
            warehouse,
            quality_gate(settings, warehouse, observed),
            published_warehouse_asset(settings, mart_keys(settings)),
        ],
        asset_checks=landed_checks(settings, landed),
        jobs=jobs,
        schedules=schedules.schedules(settings, keys),
        sensors=sensors.sensors(settings, jobs),
        resources={"dbt": dbt_resource(settings)},
        metadata={"schedules": schedules.state(settings), "data": settings.data},
    )


@definitions
def defs() -> Definitions:
    """What Dagster loads; importing this module does not parse the dbt project."""
    telemetry.switch_off()
    return assemble(settings_module.load())
