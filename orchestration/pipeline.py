"""The main job, step by step. The command line and the Dagster assets both call these functions.

Belongs here: the order build -> gate -> publish and what passes between the steps.
Does not: how a step works, what is printed at the end (cli.py).
"""

from collections.abc import Callable
from pathlib import Path

from orchestration import candidate, dbt, disk, inputs, landing, preflight
from orchestration.checks import engine, report, runner
from orchestration.checks.results import CRITICAL, DRIFT, WARNING, GateResult
from orchestration.errors import GateFailed, LandingRefused
from orchestration.measure import Measurements
from orchestration.publish import complete, swap
from orchestration.publish.release import publish
from orchestration.settings import Settings

Say = Callable[[str], None]


def build(settings: Settings, measured: Measurements, *args: str, say: Say = print) -> None:
    """Build the candidate from nothing with `dbt build`, data tests included.

    Unit tests are about the code and not about this data, so they are left to `test` and to a
    plain `dbt build`. Raises SettingWrong, LandingRefused or BuildFailed.
    """
    with (
        disk.told(settings.target_dir),
        candidate.claimed(settings),
        measured.step("dbt_build"),
    ):
        found = inputs.fingerprint(settings, preflight.check(settings, list(args)))
        preflight.check_landed(settings)
        candidate.discard(settings.build_db)
        engine.load_meanwhile()  # dbt runs in a process of its own
        dbt.run(settings, "build", "--exclude-resource-type", "unit_test", *args, say=say)
        complete.record(settings, found)


def land_portfolio(settings: Settings, *, say: Say = print) -> None:
    """Land the files of NETZERO_PORTFOLIO, a shortcut for `land`. Raises LandingRefused."""
    if settings.portfolio_dir is None:
        return
    for name in preflight.PORTFOLIO_FILES:
        if landing.run(settings.portfolio_dir / name, settings.landed_dir, say=say):
            raise LandingRefused(f"{settings.portfolio_dir / name} cannot be read; see above.")


def gate(
    settings: Settings,
    measured: Measurements,
    *,
    accept_drift: str | None = None,
    reuse: bool = False,
    say: Say = print,
) -> GateResult:
    """Check the candidate and keep the results in the target folder, as JSON and as a page.

    With `reuse`, what the suite of a landed dataset said of the same files stands. Returns the
    results whether or not they pass: `require_passed` decides.
    """
    with disk.told(settings.target_dir), candidate.claimed(settings), measured.step("gate"):
        result = runner.check_candidate(settings, _released(settings), accept_drift, reuse)
        result.save(settings.gate_result)
        report.write(result, settings.quality_page)
    for severity in (WARNING, CRITICAL):
        for r in result.failed(severity):
            say(f"  {severity}: {r.sentence}")
    return result


def _released(settings: Settings) -> Path | None:
    release = swap.current_release(settings.publish_dir)
    return settings.publish_dir / "releases" / release if release else None


def require_passed(settings: Settings, result: GateResult) -> None:
    """Raise GateFailed if a critical expectation failed."""
    if result.passed:
        return
    failed = result.failed(CRITICAL)
    drifted = sum(row.boundary == DRIFT for row in failed)
    told = f"{len(failed)} critical expectations failed."
    if drifted:
        told += (
            f" {drifted} of them are differences from the published release; if they are meant,"
            ' run again with --accept-drift "why" (orchestration/README.md, "Drift").'
        )
    raise GateFailed(f"{told} The whole result: {settings.quality_page}")


def release(settings: Settings, measured: Measurements) -> Path:
    """Publish the candidate the gate last passed; returns the folder of the release."""
    with disk.told(settings.publish_dir), candidate.claimed(settings):
        measured.sql_seconds = dbt.sql_seconds(dbt.read_artifact(settings.run_results))
        return publish(settings, GateResult.load(settings.gate_result), measured)
