"""The release a candidate is compared with, and why the two may differ at large.

Belongs here: how the release was made, what changed or was landed since, and the marts it leads to.
Does not: comparing figures (drift.py), which release it is (publish/).
"""

import fnmatch
import json
from functools import cached_property
from pathlib import Path

import duckdb

from orchestration import preflight
from orchestration.files import sql_file
from orchestration.settings import MARTS, Settings

# Seeds that say how figures are made. All others hold what is published about the world.
RULES = ("rule_", "fac_", "ref_", "cor_")
ALIAS = "released"


class Baseline:
    """The published release in `folder`, beside the candidate that `connection` reads."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, settings: Settings, folder: Path
    ) -> None:
        self.connection, self.settings, self.folder = connection, settings, folder
        self.facts = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))

    @property
    def marts(self) -> list[str]:
        """Marts of the release; what a gate writes itself is not compared."""
        return [name for name in self.facts["marts"] if name != "dq_expectation_result"]

    def columns(self, mart: str) -> dict[str, str]:
        """Type by column of a mart as it was published."""
        return {c["name"]: c["type"] for c in self.facts["marts"][mart]["columns"]}

    def parquet(self, mart: str) -> str:
        """The mart as it was published, as a relation. Not from the DuckDB file: a view there
        would read the candidate."""
        return f"read_parquet({sql_file(self.folder / 'marts' / f'{mart}.parquet')})"

    def explanation(self, mart: str) -> str | None:
        """Why this mart may differ at large, or None if nothing but data can have moved it."""
        if self._other_settings:
            return self._other_settings
        changed = self._changed_rules.get(mart)
        return f"changed since that release: {', '.join(changed)}" if changed else None

    def first_landed(self, mart: str) -> list[str]:
        """Datasets behind this mart that the candidate is the first to read landed files of."""
        return self._first_landed.get(mart, [])

    @cached_property
    def _manifest(self) -> dict:
        return _read(self.settings.dbt_manifest)

    @cached_property
    def _other_settings(self) -> str | None:
        """What differs in data mode and variables, as a sentence."""
        given = _read(self.settings.run_results).get("args", {}).get("vars") or {}
        now = {"NETZERO_DATA": self.settings.data, **preflight.variables(given)}
        then = {"NETZERO_DATA": self.facts.get("data"), **self.facts.get("vars", {})}
        other = [
            f"{name} was {then[name]}, is {value}"
            for name, value in now.items()
            if name in then and str(then[name]) != str(value)
        ]
        return f"the release was made under other settings ({'; '.join(other)})" if other else None

    @cached_property
    def _first_landed(self) -> dict[str, list[str]]:
        """By mart: datasets landed for the first time since the release."""
        then = [release["source_release_key"] for release in self.facts.get("source_releases", [])]
        try:
            found = self.connection.execute(
                f"select source_release_key from {MARTS}.dim_source_release"
            )
        except duckdb.CatalogException:
            return {}
        now = [key for (key,) in found.fetchall()]
        fresh = sorted(_landed_datasets(now) - _landed_datasets(then))
        return _downstream(self._manifest, {name: f"source.*.landed.{name}" for name in fresh})

    @cached_property
    def _changed_rules(self) -> dict[str, list[str]]:
        """By mart: the rule seeds it is made from that are not those of the release."""
        path = str(self.folder / "warehouse.duckdb").replace("'", "''")
        self.connection.execute(f"attach '{path}' as {ALIAS} (read_only)")
        try:
            changed = _changed_seeds(self.connection)
        finally:
            self.connection.execute(f"detach {ALIAS}")
        return _downstream(self._manifest, {seed: f"seed.*.{seed}" for seed in changed})


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _changed_seeds(connection: duckdb.DuckDBPyConnection) -> list[str]:
    tables = "select table_name from duckdb_tables() where schema_name = 'seeds' and database_name"
    then = {t for (t,) in connection.execute(f"{tables} = '{ALIAS}'").fetchall()}
    here = {t for (t,) in connection.execute(f"{tables} = current_database()").fetchall()}
    return [
        table
        for table in sorted(then | here)
        if table.startswith(RULES) and _differs(connection, table, then, here)
    ]


def _differs(connection: duckdb.DuckDBPyConnection, table: str, then: set, here: set) -> bool:
    if table not in then or table not in here:
        return True
    one, other = f'{ALIAS}.seeds."{table}"', f'seeds."{table}"'
    try:
        return bool(
            connection.execute(
                f"select 1 from ((from {one} except from {other}) union all"
                f" (from {other} except from {one})) limit 1"
            ).fetchone()
        )
    except duckdb.Error:  # other columns
        return True


def _landed_datasets(release_keys: list[str]) -> set[str]:
    """Datasets among releases: the key of a landed file is <dataset>:<vintage>:<sha8>."""
    return {key.partition(":")[0] for key in release_keys if ":" in key}


def _downstream(manifest: dict, changed: dict[str, str]) -> dict[str, list[str]]:
    """By mart: the names in `changed` it is made from; each stands for the nodes of a pattern."""
    nodes, children = manifest.get("nodes", {}), manifest.get("child_map", {})
    found: dict[str, list[str]] = {}
    for name, pattern in changed.items():
        waiting = fnmatch.filter([*nodes, *manifest.get("sources", {})], pattern)
        reached = set(waiting)
        while waiting:
            fresh = set(children.get(waiting.pop(), ())) - reached
            reached |= fresh
            waiting += fresh
        for node in reached:
            if nodes.get(node, {}).get("schema") == MARTS:
                found.setdefault(nodes[node]["alias"], []).append(name)
    return found
