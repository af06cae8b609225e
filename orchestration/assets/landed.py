"""The datasets of publishers: fetch, land, then the suite as a check that blocks what reads them.

Belongs here: what a run of one dataset does, and what its pages say. Does not: how a file is
fetched (fetch/) or read (landing/), when it is done (schedules.py).

A partition is the month of a vintage. The month we are in asks the publisher and lands; one that is
over asks only where the publisher can be asked for a quarter, and lands what the folder holds
(decision 28).
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from dagster import (
    AssetCheckResult,
    AssetExecutionContext,
    AssetKey,
    AssetsDefinition,
    AssetSpec,
    Config,
    DataVersion,
    Failure,
    FreshnessPolicy,
    MaterializeResult,
    MetadataValue,
    asset_check,
    multi_asset,
)

from orchestration import fetch
from orchestration.assets.appearance import CHECK_NAME, ROW_COUNT, verdict
from orchestration.assets.observed import is_published, source_specs
from orchestration.checks import runner
from orchestration.checks.registry import SuiteFile
from orchestration.errors import FetchFailed, FetchRefused, KeyMissing, LandingRefused, RunStopped
from orchestration.landing import store
from orchestration.landing.contract import Contract, load_all
from orchestration.resources import MONTHS, POOL, RETRIES
from orchestration.schedules import Feed, feeds, month_of
from orchestration.settings import EMBEDDED, Settings

OF_NO_CONTRACT = "belong to no contract"


class Landing(Config):
    """What a run of a dataset does besides landing what the folder holds."""

    fetch: bool = True


def landed_assets(settings: Settings, manifest: dict[str, Any]) -> list[AssetsDefinition]:
    """An asset for each dataset of a publisher."""
    contracts, of = {c.dataset: c for c in load_all()}, feeds()
    specs = [spec for spec in source_specs(manifest) if is_published(spec.key.path[-1])]
    return [
        landed_asset(settings, contracts[spec.key.path[-1]], of.get(spec.key.path[-1]), spec)
        for spec in specs
    ]


def landed_asset(
    settings: Settings, contract: Contract, feed: Feed | None, spec: AssetSpec
) -> AssetsDefinition:
    """One dataset: fetched if somebody serves it, and landed from the landing folder."""
    fresh = feed and FreshnessPolicy.time_window(timedelta(days=feed.fresh_within_days))
    told = {"when": feed.when, "why_then": feed.why} if feed else {"when": "dropped by hand"}
    asset = spec.replace_attributes(
        partitions_def=MONTHS,
        freshness_policy=fresh,
        metadata={**spec.metadata, **told, "files": MetadataValue.json(list(contract.files))},
    )

    @multi_asset(
        specs=[asset],
        name=f"land_{contract.dataset}",
        pool=POOL,
        retry_policy=RETRIES if feed else None,
    )
    def land(context: AssetExecutionContext, config: Landing) -> MaterializeResult:
        now, month = datetime.now(UTC).replace(microsecond=0), context.partition_key[:7]
        fetched, failure = [], None
        with stopped_in_a_sentence():
            settings.landing_dir.mkdir(parents=True, exist_ok=True)
            if feed and config.fetch:
                try:
                    fetched = asked(settings, feed, month, now, context.log.info)
                except (FetchFailed, FetchRefused) as error:
                    failure = error  # what other endpoints brought is landed first
            land_files(settings, contract, now, context.log.info)
            if failure:
                raise failure
        return landed_result(settings, spec.key, month, fetched)

    return land


def asked(
    settings: Settings, feed: Feed, month: str, now: datetime, say: Callable[[str], None]
) -> list[fetch.Fetched]:
    """Ask the publisher: for what is new, or, of a month that is over, for the quarter it ends.

    Raises FetchFailed or FetchRefused.
    """
    if month == month_of(now)[:7]:
        return fetch.fetch_dataset(settings, feed.dataset, now=now, say=say)
    year, number = (int(part) for part in month.split("-"))
    if feed.has_periods and number % 3 == 0:
        period = f"{year - 1911}Q{number // 3}"
        return fetch.fetch_dataset(settings, feed.dataset, now=now, period=period, say=say)
    say(f"{feed.dataset} cannot be fetched as of {month}; what the folder holds of it is landed.")
    return []


def land_files(
    settings: Settings, contract: Contract, now: datetime, say: Callable[[str], None]
) -> None:
    """Land what the folder holds of one dataset. Raises LandingRefused with every refusal."""
    said: list[str] = []
    if fetch.land(settings, [contract], now, told_to(say, said)):
        start = max(i for i, line in enumerate(said) if line.endswith("file(s) refused:"))
        raise LandingRefused("\n".join(said[start + 1 :]))


def told_to(log: Callable[[str], None], kept: list[str]) -> Callable[[str], None]:
    """Say to the log of the run what is about this dataset, and keep it."""

    def say(text: str) -> None:
        if OF_NO_CONTRACT not in text:  # one contract alone is asked here
            kept.append(text.strip())
            log(text)

    return say


@contextmanager
def stopped_in_a_sentence() -> Iterator[None]:
    """End a step with the sentence of what stopped it; only what the network did is tried again."""
    try:
        yield
    except FetchFailed as error:  # a key does not appear by waiting
        raise Failure(str(error), allow_retries=not isinstance(error, KeyMissing)) from None
    except (RunStopped, OSError) as error:
        raise Failure(str(error), allow_retries=False) from None
    except Exception as error:
        raise Failure(f"{type(error).__name__}: {error}", allow_retries=False) from error


def landed_result(
    settings: Settings, key: AssetKey, month: str, fetched: list[fetch.Fetched]
) -> MaterializeResult:
    """What there is of a dataset now, and what came of the endpoints."""
    logs = store.logs(settings.landed_dir, key.path[-1])
    files = [log["file"] for log in logs]
    content = "\n".join(f"{log['stem']} {log['fingerprint']}" for log in logs)
    newest = max((file["vintage_date"] for file in files), default=None)
    of_month = [f["file_name"] for f in files if f["vintage_date"].isoformat()[:7] == month]
    return MaterializeResult(
        asset_key=key,
        data_version=DataVersion(hashlib.sha256(content.encode()).hexdigest()),
        metadata={
            ROW_COUNT: sum(file["accepted_count"] for file in files),
            "file_count": len(files),
            "quarantined_count": sum(file["quarantined_count"] for file in files),
            "newest_vintage": newest.isoformat() if newest else "none was landed",
            "vintages_of_the_month": MetadataValue.json(of_month),
            "endpoints": MetadataValue.json({each.endpoint: each.state for each in fetched}),
            "requests": sum(each.requests for each in fetched),
        },
    )


def landed_checks(settings: Settings, landed: list[AssetsDefinition]) -> list[AssetsDefinition]:
    """The suite of each landed dataset, to run right after it and before what reads it."""
    folder = settings.expectations_dir / "landed"
    suites = {path.stem: SuiteFile("landed", path) for path in folder.glob("[!_]*.py")}
    return [
        landed_check(settings, asset.key, suites[asset.key.path[-1]])
        for asset in landed
        if asset.key.path[-1] in suites
    ]


def landed_check(settings: Settings, key: AssetKey, suite: SuiteFile) -> AssetsDefinition:
    """The suite of one dataset. Blocking, as long as builds read what was landed."""
    read = settings.data != EMBEDDED

    @asset_check(asset=key, name=CHECK_NAME, description=suite.says, blocking=True, pool=POOL)
    def check() -> AssetCheckResult:
        with stopped_in_a_sentence():
            rows = runner.check_landed(settings, suite.table)
        return verdict(rows, {"read_by_builds": read}, stops=read)

    return check
