"""The gate as Dagster sees it: a check per suite and one for drift, on the mart they are about.

Belongs here: naming the checks and handing over results.
Does not: running suites (checks/runner.py).
"""

from collections.abc import Iterator

import yaml
from dagster import (
    AssetCheckExecutionContext,
    AssetCheckKey,
    AssetCheckResult,
    AssetCheckSeverity,
    AssetCheckSpec,
    AssetKey,
    AssetsDefinition,
    MetadataValue,
    multi_asset_check,
)

from orchestration import pipeline
from orchestration.checks.registry import find_suites
from orchestration.checks.results import CRITICAL, DRIFT, GateResult
from orchestration.measure import Measurements
from orchestration.resources import POOL
from orchestration.settings import MARTS, Settings

CHECK_NAME = "expectations"
DRIFT_CHECK = "drift"


def key_of(table: str) -> AssetKey:
    """The asset key dagster-dbt gives a mart."""
    return AssetKey([MARTS, table])


def quality_gate(settings: Settings, warehouse: AssetsDefinition) -> AssetsDefinition:
    """One step that checks every mart of `warehouse` when all of it is built.

    Suites of landed files have no asset of the warehouse: what they find fails the step itself.
    """
    suites = find_suites(settings.expectations_dir)
    judged = [s.table for s in suites if s.boundary == "published"]
    compared = [*yaml.safe_load(settings.drift_rules.read_text(encoding="utf-8"))["marts"]]
    checks = [
        (name, table)
        for name, tables in ((CHECK_NAME, judged), (DRIFT_CHECK, compared))
        for table in tables
        if key_of(table) in warehouse.keys
    ]

    @multi_asset_check(
        name="quality_gate",
        specs=[
            AssetCheckSpec(
                name,
                asset=key_of(table),
                blocking=True,
                additional_deps=warehouse.keys - {key_of(table)},
            )
            for name, table in checks
        ],
        can_subset=True,  # one check may be run again from its page
        pool=POOL,
    )
    def gate(context: AssetCheckExecutionContext) -> Iterator[AssetCheckResult]:
        """Plausibility of landed files and marts, and drift since the published release."""
        result = pipeline.gate(settings, Measurements())
        for name, table in checks:
            if AssetCheckKey(key_of(table), name) in context.selected_asset_check_keys:
                yield as_check_result(name, table, result, settings)
        pipeline.require_passed(settings, result)

    return gate


def as_check_result(
    name: str, table: str, result: GateResult, settings: Settings
) -> AssetCheckResult:
    """The part of the gate's result that is about one mart: its suite, or its drift."""
    boundary = DRIFT if name == DRIFT_CHECK else "published"
    rows = [r for r in result.results if (r.boundary, r.table_name) == (boundary, table)]
    failed = [r for r in rows if not r.success]
    critical = any(r.severity == CRITICAL for r in failed)
    return AssetCheckResult(
        passed=not failed,
        asset_key=key_of(table),
        check_name=name,
        severity=AssetCheckSeverity.ERROR if critical else AssetCheckSeverity.WARN,
        description="\n".join(r.sentence for r in failed) or None,
        metadata={
            "expectations": len(rows),
            "failed": MetadataValue.json([vars(r) for r in failed]),
            "page": MetadataValue.path(settings.quality_page),
        },
    )
