"""Assembles the Dagster definitions; nothing is decided here.

Parts: assets/ (dbt, the gate, the release), schedules.py, resources.py.
"""

from dagster import Definitions

from orchestration import settings as settings_module
from orchestration.assets.gate import quality_gate
from orchestration.assets.published import published_warehouse_asset
from orchestration.assets.warehouse import warehouse_assets
from orchestration.resources import dbt_resource, mart_keys
from orchestration.schedules import daily, refresh
from orchestration.settings import Settings


def assemble(settings: Settings) -> Definitions:
    """All definitions for one set of paths."""
    warehouse = warehouse_assets(settings)
    return Definitions(
        assets=[
            warehouse,
            quality_gate(settings, warehouse),
            published_warehouse_asset(settings, mart_keys(settings)),
        ],
        jobs=[refresh],
        schedules=[daily],
        resources={"dbt": dbt_resource(settings)},
    )


defs = assemble(settings_module.load())
