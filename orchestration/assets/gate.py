"""The gate as Dagster sees it: a check per suite and one for drift, on the mart they are about.

Belongs here: naming the checks and handing over results.
Does not: running suites (checks/runner.py).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from dagster import (
    AssetCheckExecutionContext,
    AssetCheckKey,
    AssetCheckResult,
    AssetCheckSpec,
    AssetKey,
    AssetsDefinition,
    MetadataValue,
    multi_asset_check,
)

from orchestration import pipeline
from orchestration.assets.appearance import CHECK_NAME, verdict
from orchestration.checks.registry import find_suites
from orchestration.checks.results import DRIFT, GateResult
from orchestration.measure import Measurements
from orchestration.resources import POOL
from orchestration.settings import MARTS, Settings

DRIFT_CHECK = "drift"


# Boundary of a suite -> first part of the asset key that dagster-dbt gives its table.
PLACES = {"landed": "landed", "published": MARTS, DRIFT: MARTS}


@dataclass(frozen=True)
class Check:
    """One check of the gate: a suite, or what differs of one mart from the release before."""

    boundary: str
    table: str
    says: str

    @property
    def name(self) -> str:
        return DRIFT_CHECK if self.boundary == DRIFT else CHECK_NAME

    @property
    def key(self) -> AssetKey:
        return AssetKey([PLACES[self.boundary], self.table])


def checks_of(settings: Settings) -> list[Check]:
    """Every suite and every mart that is compared key by key with the release before."""
    suites = find_suites(settings.expectations_dir)
    compared = yaml.safe_load(settings.drift_rules.read_text(encoding="utf-8"))["marts"]
    told = "What differs from the published release, by the limits of drift.yml."
    return [Check(s.boundary, s.table, s.says) for s in suites] + [
        Check(DRIFT, table, told) for table in compared
    ]


def quality_gate(
    settings: Settings, warehouse: AssetsDefinition, observed: AssetsDefinition
) -> AssetsDefinition:
    """One step that checks every mart of `warehouse`, and files of one's own, when all is built.

    Publishers' files have a check of their own (landed.py); what it said is part of the result.
    """
    known = warehouse.keys | observed.keys
    checks = [check for check in checks_of(settings) if check.key in known]

    @multi_asset_check(
        name="quality_gate",
        specs=[
            AssetCheckSpec(
                check.name,
                asset=check.key,
                description=check.says,
                # An own file is judged after the models that read it, so nothing is left to block;
                # a critical failure there fails this step, which stops publishing as well.
                blocking=check.key in warehouse.keys,
                additional_deps=warehouse.keys - {check.key},
            )
            for check in checks
        ],
        can_subset=True,  # one check may be run again from its page
        pool=POOL,
    )
    def gate(context: AssetCheckExecutionContext) -> Iterator[AssetCheckResult]:
        """Plausibility of landed files and marts, and drift since the published release."""
        result = pipeline.gate(settings, Measurements(), reuse=True, say=context.log.info)
        for check in checks:
            if AssetCheckKey(check.key, check.name) in context.selected_asset_check_keys:
                yield as_check_result(check, result, settings)
        pipeline.require_passed(settings, result)

    return gate


def as_check_result(check: Check, result: GateResult, settings: Settings) -> AssetCheckResult:
    """The part of the gate's result that is about one check."""
    about = (check.boundary, check.table)
    rows = [r for r in result.results if (r.boundary, r.table_name) == about]
    page = {"page": MetadataValue.path(settings.quality_page)}
    return verdict(rows, page)._replace(asset_key=check.key, check_name=check.name)
