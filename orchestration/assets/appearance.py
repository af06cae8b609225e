"""How seeds, models, tests and landed files look in Dagster: group, owner, kinds, words.

Belongs here: names and texts, taken from dbt's manifest. Does not: running anything.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dagster import (
    AssetCheckResult,
    AssetCheckSeverity,
    AssetCheckSpec,
    AssetSpec,
    MetadataValue,
)
from dagster_dbt import DagsterDbtTranslator, DbtProject

from orchestration.checks.results import CRITICAL, ExpectationResult

LAYERS = ("staging", "intermediate", "marts")
FIRST_COMMENT = re.compile(
    r"\s*(?:\{#(?P<block>.*?)#\}|--(?P<lines>[^\n]*(?:\n--[^\n]*)*))", re.DOTALL
)
CHECK_NAME = "expectations"  # of every suite of Great Expectations
ROW_COUNT = "dagster/row_count"  # the name Dagster draws a graph of
GUARD = "Every row keeps what the yml promises: header, key, nulls, codes, ranges."
SHOWN = ("primary_key", "usage_warnings", "publisher", "licence", "url")
UNSAID = ("model", "column_name", "where", "severity")


def read_manifest(path: Path) -> dict[str, Any]:
    """dbt's manifest, with the table named that each test across tables is a check of.

    Dagster shows a test of several tables only if told which one it belongs to: the one nearest
    to the reader, marts first.
    """
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for test in (n for n in manifest["nodes"].values() if n["resource_type"] == "test"):
        parents = [
            manifest["nodes"][p] for p in test["depends_on"]["nodes"] if p in manifest["nodes"]
        ]
        if len(parents) > 1 and not test.get("attached_node"):
            shown = max(
                parents, key=lambda node: LAYERS.index(layer(node)) if layer(node) in LAYERS else -1
            )
            test["config"].setdefault("meta", {})["dagster"] = {"ref": {"name": shown["name"]}}
    return manifest


def layer(node: Mapping[str, Any]) -> str:
    """landed, seeds, staging, intermediate or marts."""
    if node["resource_type"] == "model":
        return node["fqn"][1]
    return {"seed": "seeds", "source": "landed"}[node["resource_type"]]


def room(node: Mapping[str, Any], manifest: Mapping[str, Any]) -> str:
    """The subject: the folder below the layer; of a landed file that of the model that reads it."""
    if node["resource_type"] == "source":
        readers = [manifest["nodes"][key] for key in manifest["child_map"][node["unique_id"]]]
        rooms = sorted({room(reader, manifest) for reader in readers})
        return rooms[0] if len(rooms) == 1 else "not_read" if not rooms else "shared"
    return node["fqn"][2 if node["resource_type"] == "model" else 1]


def sentence(test: Mapping[str, Any]) -> str:
    """What a test asks: its description, the comment it opens with, or its name and arguments."""
    if test.get("description"):
        return test["description"]
    about = test.get("test_metadata")
    if not about:
        comment = FIRST_COMMENT.match(test["raw_code"])
        text = (comment["block"] or comment["lines"]) if comment else test["name"]
        return " ".join(text.replace("\n--", " ").split())
    if about["name"] == "guard":
        return GUARD
    said = {k: v for k, v in about["kwargs"].items() if k not in UNSAID and v is not None}
    words = [about["name"].replace("_", " ")]
    words += [f"({about['kwargs']['column_name']})"] if "column_name" in about["kwargs"] else []
    words += [": " + ", ".join(f"{key} {value}" for key, value in said.items())] if said else []
    return " ".join(words).replace(" :", ":")


def verdict(
    rows: Sequence[ExpectationResult], more: Mapping[str, Any], *, stops: bool = True
) -> AssetCheckResult:
    """What a suite said, as the result of a check; a critical failure is an error if it `stops`."""
    failed = [row for row in rows if not row.success]
    critical = stops and any(row.severity == CRITICAL for row in failed)
    return AssetCheckResult(
        passed=not failed,
        severity=AssetCheckSeverity.ERROR if critical else AssetCheckSeverity.WARN,
        description="\n".join(row.sentence for row in failed) or None,
        metadata={
            "expectations": len(rows),
            "failed": MetadataValue.json([vars(row) for row in failed]),
            **more,
        },
    )


class Appearance(DagsterDbtTranslator):
    """dagster-dbt's own names and keys, with group, owner, kinds and texts of this project."""

    def __init__(self, manifest: Mapping[str, Any]) -> None:
        super().__init__()
        self.manifest = manifest
        self.owners_of_room: dict[str, set[str]] = {}
        for node in manifest["nodes"].values():
            if node["resource_type"] == "model" and "owner" in node["config"]["meta"]:
                owner = node["config"]["meta"]["owner"]
                self.owners_of_room.setdefault(room(node, manifest), set()).add(owner)

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """`<room>_<layer>`, for instance emissions_staging: rooms stand together in the list."""
        return f"{room(dbt_resource_props, self.manifest)}_{layer(dbt_resource_props)}"

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:
        """The owner its yml names; else those of the marts of its room."""
        here = room(dbt_resource_props, self.manifest)
        owner = dbt_resource_props["config"].get("meta", {}).get("owner")
        return [
            f"team:{o}" for o in ([owner] if owner else sorted(self.owners_of_room.get(here, ())))
        ]

    def get_description(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """The description alone: the SQL that dagster-dbt adds would be kept with each run."""
        return dbt_resource_props["description"]

    def get_metadata(self, dbt_resource_props: Mapping[str, Any]) -> Mapping[str, Any]:
        """Columns with types and descriptions; the key and the warnings; of a file its licence."""
        meta = dbt_resource_props["config"].get("meta", {})
        shown = {name: MetadataValue.json(meta[name]) for name in SHOWN if name in meta}
        return {**super().get_metadata(dbt_resource_props), **shown}

    def get_asset_spec(
        self, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None
    ) -> AssetSpec:
        """As dagster-dbt says, with the kind of file a seed or a landed dataset is."""
        spec = super().get_asset_spec(manifest, unique_id, project)
        kind = {"seed": {"dbt", "csv"}, "source": {"parquet"}}.get(unique_id.split(".")[0])
        return spec.replace_attributes(kinds=kind) if kind else spec

    def get_asset_check_spec(
        self,
        asset_spec: AssetSpec,
        manifest: Mapping[str, Any],
        unique_id: str,
        project: DbtProject | None,
    ) -> AssetCheckSpec | None:
        """As dagster-dbt says, with a sentence on what is asked."""
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        test = self.get_resource_props(manifest, unique_id)
        return spec and spec._replace(description=sentence(test))
