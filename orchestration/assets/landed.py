"""Landed files as assets that others make: Dagster observes them, `land` writes them.

Belongs here: what is there of a dataset. Does not: reading published files (landing/).
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from dagster import (
    AssetExecutionContext,
    AssetsDefinition,
    AssetSpec,
    DataVersion,
    ObserveResult,
    multi_observable_source_asset,
)

from orchestration.assets.appearance import ROW_COUNT, Appearance
from orchestration.settings import Settings


def landed_assets(settings: Settings, manifest: dict[str, Any]) -> AssetsDefinition:
    """Every dbt source, to be observed together or one at a time."""
    look = Appearance(manifest)
    specs = [plain(look.get_asset_spec(manifest, key, None)) for key in manifest["sources"]]

    @multi_observable_source_asset(specs=specs, name="landed_files", can_subset=True)
    def landed_files(context: AssetExecutionContext) -> Iterator[ObserveResult]:
        """Files and rows of each landed dataset; none of a dataset that was never landed."""
        for key in sorted(context.selected_asset_keys):
            paths = files_of(settings.landed_dir, key.path[-1])
            names = "\n".join(path.name for path in paths)
            rows = sum(pq.read_metadata(path).num_rows for path in paths)
            yield ObserveResult(
                asset_key=key,
                data_version=DataVersion(hashlib.sha256(names.encode()).hexdigest()),
                metadata={
                    ROW_COUNT: rows,
                    "file_count": len(paths),
                    "newest_file": paths[-1].name if paths else "none was landed",
                },
            )

    return landed_files


def files_of(folder: Path, dataset: str) -> list[Path]:
    """The Parquet files of a dataset, oldest vintage first; of a list, the one file it is."""
    pattern = f"{dataset}.parquet" if dataset.startswith("_") else f"{dataset}/*.parquet"
    return sorted(folder.glob(pattern))


def plain(spec: AssetSpec) -> AssetSpec:
    """The spec without what dagster-dbt notes for its own use."""
    kept = {k: v for k, v in spec.metadata.items() if not k.startswith("dagster_dbt/")}
    return AssetSpec(
        spec.key,
        description=spec.description,
        group_name=spec.group_name,
        owners=spec.owners,
        metadata=kept,
        kinds=spec.kinds,
    )
