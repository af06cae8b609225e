"""The gate as Dagster sees it: one check per suite, on the table the suite is about.

Belongs here: naming the checks and handing over results. Does not: running suites (checks/runner.py).
"""

from collections.abc import Iterator

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
from orchestration.checks.registry import SuiteFile, find_suites
from orchestration.checks.results import CRITICAL, GateResult
from orchestration.measure import Measurements
from orchestration.resources import POOL
from orchestration.settings import Settings

CHECK_NAME = "expectations"


def key_of(suite: SuiteFile) -> AssetKey:
    """The asset key dagster-dbt gives the suite's table."""
    return AssetKey([suite.schema, suite.table])


def quality_gate(settings: Settings, warehouse: AssetsDefinition) -> AssetsDefinition:
    """One step that checks every table of `warehouse` that has a suite, when all of it is built."""
    suites = [s for s in find_suites(settings.expectations_dir) if key_of(s) in warehouse.keys]

    @multi_asset_check(
        name="quality_gate",
        specs=[
            # A blocking check on a seed would have to run before the models of the same dbt step;
            # a critical failure there fails this step instead, which stops publishing as well.
            AssetCheckSpec(
                CHECK_NAME,
                asset=key_of(s),
                blocking=s.boundary == "published",
                additional_deps=warehouse.keys - {key_of(s)},
            )
            for s in suites
        ],
        can_subset=True,  # one check may be run again from its page
        pool=POOL,
    )
    def gate(context: AssetCheckExecutionContext) -> Iterator[AssetCheckResult]:
        """Great Expectations on landed data and marts; fails when a critical expectation does."""
        result = pipeline.gate(settings, Measurements())
        for suite in suites:
            if AssetCheckKey(key_of(suite), CHECK_NAME) in context.selected_asset_check_keys:
                yield as_check_result(suite, result, settings)
        pipeline.require_passed(settings, result)

    return gate


def as_check_result(suite: SuiteFile, result: GateResult, settings: Settings) -> AssetCheckResult:
    """The part of the gate's result that is about one suite."""
    rows = [r for r in result.results if (r.boundary, r.table_name) == (suite.boundary, suite.table)]
    failed = [r for r in rows if not r.success]
    critical = any(r.severity == CRITICAL for r in failed)
    return AssetCheckResult(
        passed=not failed,
        asset_key=key_of(suite),
        check_name=CHECK_NAME,
        severity=AssetCheckSeverity.ERROR if critical else AssetCheckSeverity.WARN,
        metadata={
            "expectations": len(rows),
            "failed": MetadataValue.json([vars(r) for r in failed]),
            "page": MetadataValue.path(settings.quality_page),
        },
    )
