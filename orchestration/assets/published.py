"""The release readers open, as an asset downstream of every mart."""

from datetime import timedelta

from dagster import AssetsDefinition, FreshnessPolicy, MaterializeResult, MetadataValue, asset

from orchestration import pipeline
from orchestration.measure import Measurements
from orchestration.resources import POOL
from orchestration.settings import Settings

# Figures of the month come every month, so five weeks without a release are a standstill.
FRESH = FreshnessPolicy.time_window(timedelta(days=35))


def published_warehouse_asset(settings: Settings, marts: list) -> AssetsDefinition:
    """The asset `published_warehouse`: runs only when the blocking checks on `marts` passed."""

    @asset(deps=marts, pool=POOL, group_name="publish", kinds={"duckdb"}, freshness_policy=FRESH)
    def published_warehouse() -> MaterializeResult:
        """The release: warehouse.duckdb, Parquet marts and manifest.json, swapped in whole."""
        folder = pipeline.release(settings, Measurements())
        return MaterializeResult(
            metadata={
                "release_id": folder.name,
                "folder": MetadataValue.path(folder),
                "quality_page": MetadataValue.path(folder / "quality.html"),
            }
        )

    return published_warehouse
