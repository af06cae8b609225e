"""What Dagster looks at and does not make: files of the user's own, and the lists of all files.

Belongs here: what is there of such a dataset. Does not: publishers' datasets (landed.py).
"""

import hashlib
from collections.abc import Iterator
from functools import cache
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
from orchestration.landing.contract import load_all
from orchestration.settings import Settings


def observed_assets(settings: Settings, manifest: dict[str, Any]) -> AssetsDefinition:
    """Every dbt source that is landed by hand, to be observed together or one at a time."""
    specs = [spec for spec in source_specs(manifest) if not is_published(spec.key.path[-1])]

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


def source_specs(manifest: dict[str, Any]) -> list[AssetSpec]:
    """Every dbt source as an asset, with group, owner, kinds and texts of this project."""
    look = Appearance(manifest)
    return [plain(look.get_asset_spec(manifest, key, None)) for key in manifest["sources"]]


@cache
def is_published(dataset: str) -> bool:
    """Whether a publisher makes the dataset; else it is the user's own, or a list of `land`."""
    return any(c.dataset == dataset and not c.own for c in load_all())


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
