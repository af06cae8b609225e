"""Seeds and models as assets, dbt tests as their checks: the candidate.

Belongs here: how dbt runs in Dagster, and what its results say. Does not: the gate (gate.py),
publishing (published.py), how a node looks (appearance.py).
A dbt test of severity error becomes a blocking check, so what depends on it does not run.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from dagster import (
    AssetCheckResult,
    AssetExecutionContext,
    AssetsDefinition,
    MetadataValue,
    Output,
)
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from orchestration import candidate, dbt, pipeline, preflight
from orchestration.assets.appearance import ROW_COUNT, Appearance
from orchestration.resources import POOL
from orchestration.settings import Settings
from orchestration.wording import as_markdown

SHOWN_ROWS = 10


def warehouse_assets(
    settings: Settings, project: DbtProject, manifest: dict[str, Any]
) -> AssetsDefinition:
    """The dbt project as assets; a run of all of them builds the candidate from nothing."""

    @dbt_assets(
        manifest=manifest,
        project=project,
        dagster_dbt_translator=Appearance(manifest),
        name="warehouse",
        pool=POOL,
    )
    def warehouse(context: AssetExecutionContext, dbt: DbtCliResource) -> Iterator:
        preflight.check(settings, [])
        preflight.check_landed(settings)
        pipeline.land_portfolio(settings, say=context.log.info)
        # One target folder for all, so that gate and publish read the artifacts of this build.
        # Unit tests are about the code, not about this data.
        command = ["build", "--exclude-resource-type", "unit_test"]
        command += ["--log-path", str(settings.log_dir)]
        with candidate.claimed(settings):
            if not context.is_subset:
                candidate.discard(settings.build_db)
            build = dbt.cli(command, context=context, target_path=settings.target_dir)
            yield from explained(build.stream(), settings, manifest)

    return warehouse


def explained(events: Iterable[Any], settings: Settings, manifest: dict[str, Any]) -> Iterator[Any]:
    """Events of a build, tables with their row counts, failed tests with the rows that failed.

    They are held back until dbt ends: while it writes, nobody else can open the candidate.
    """
    held, failure = [], None
    try:
        for event in events:
            held.append(event)
    except DagsterDbtCliRuntimeError as error:
        failure = error
    if failure and not settings.build_db.exists():
        raise failure  # dbt stopped before it made anything
    counts, sentences = row_counts(settings), failed_rows(settings)
    for event in held:
        unique_id = event.metadata["unique_id"].text if "unique_id" in event.metadata else ""
        if isinstance(event, Output):
            node = manifest["nodes"][unique_id]
            count = counts.get((node["schema"], node["alias"]))
            yield event.with_metadata({**event.metadata, ROW_COUNT: count})
        elif isinstance(event, AssetCheckResult) and unique_id in sentences:
            text = "\n".join(sentences[unique_id])
            yield event._replace(
                description=text,
                metadata={
                    **event.metadata,
                    "rows": MetadataValue.md(as_markdown(text).replace("\n", "\n\n")),
                },
            )
        else:
            yield event
    if failure:
        raise failure


def row_counts(settings: Settings) -> dict[tuple[str, str], int]:
    """Rows of every table of the candidate, by schema and name."""
    with candidate.connect(settings.build_db, read_only=True) as connection:
        tables = connection.execute(
            "select schema_name, table_name from duckdb_tables()"
            " where database_name = current_database()"
        ).fetchall()
        return {
            (schema, table): connection.table(f'"{schema}"."{table}"').count("*").fetchone()[0]
            for schema, table in tables
        }


def failed_rows(settings: Settings) -> dict[str, list[str]]:
    """The first rows behind each test that failed or warned, as its sentences where it has some."""
    results = dbt.read_artifact(settings.run_results)["results"]
    failed = [r for r in results if r["status"] in ("fail", "warn") and r.get("compiled_code")]
    said = {}
    with candidate.connect(settings.build_db, read_only=True) as connection:
        for result in failed:
            sql = f"select * from ({result['compiled_code']}) as failing limit {SHOWN_ROWS}"
            rows = connection.sql(sql)
            said[result["unique_id"]] = [
                str(row["problem"]) if "problem" in row else str(row)
                for row in (
                    dict(zip(rows.columns, values, strict=True)) for values in rows.fetchall()
                )
            ]
    return said
