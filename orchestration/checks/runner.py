"""Runs the suites on a candidate: pandas batches from a read-only connection, in one process.

Belongs here: feeding Great Expectations and reading its answers. Does not: what is expected
(tests/expectations), what follows from a failure (pipeline.py).
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import duckdb

from orchestration import candidate
from orchestration.checks.registry import SuiteFile, find_suites
from orchestration.checks.results import CRITICAL, ExpectationResult, GateResult
from orchestration.settings import Settings

SAMPLE_SIZE = 5
_NOT_SHOWN = {"batch_id", "column", "column_A", "column_B", "column_list", "condition_parser"}


def check_candidate(settings: Settings) -> GateResult:
    """Run every suite on the candidate and return all results; nothing is written.

    Raises CandidateUnusable if the candidate is missing or in use.
    """
    fingerprint = candidate.settle(settings.build_db)
    context = _ephemeral_context()
    results: list[ExpectationResult] = []
    with candidate.connect(settings.build_db, read_only=True) as connection:
        for suite in find_suites(settings.expectations_dir):
            results += _run_suite(context, connection, suite)
    return GateResult(fingerprint, datetime.now(UTC).isoformat(timespec="seconds"), results)


def _ephemeral_context():
    # Great Expectations reports usage over the network unless told not to before its import.
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _run_suite(
    context, connection: duckdb.DuckDBPyConnection, suite: SuiteFile
) -> Iterator[ExpectationResult]:
    import great_expectations as gx

    if suite.table not in candidate.tables(connection, suite.schema):
        yield ExpectationResult(
            boundary=suite.boundary,
            table_name=suite.table,
            column_name=None,
            expectation="table_exists",
            severity=CRITICAL,
            success=False,
            expected=f"a table {suite.schema}.{suite.table}",
            observed="the candidate has no such table",
            unexpected_count=None,
            unexpected_sample=None,
            reason=f"{suite.path.name} expects it; build the table or remove the suite",
        )
        return
    frame = connection.table(f'"{suite.schema}"."{suite.table}"').df()
    name = f"{suite.boundary}.{suite.table}"
    batch = (
        context.data_sources.add_pandas(name)
        .add_dataframe_asset(name)
        .add_batch_definition_whole_dataframe(name)
        .get_batch({"dataframe": frame})
    )
    # One at a time: Great Expectations answers a suite in an order of its own.
    for expectation in suite.expectations():
        answer = batch.validate(gx.ExpectationSuite(name=name, expectations=[expectation]))
        yield _as_row(suite, expectation, answer.results[0])


def _as_row(suite: SuiteFile, expectation, answer) -> ExpectationResult:
    config, found = answer.expectation_config, answer.result or {}
    success, observed = bool(answer.success), found.get("observed_value")
    error = _error_of(answer.exception_info)
    if error:
        success, observed = False, error
    elif success and found.get("element_count") is not None:
        # A condition no row meets, or a column of nulls, would pass without a value being seen.
        if found["element_count"] == found.get("missing_count", 0):
            success, observed = False, "no value to check"
    kwargs = config.kwargs
    pair = [kwargs[k] for k in ("column_A", "column_B") if k in kwargs]
    sample = found.get("partial_unexpected_list") or []
    return ExpectationResult(
        boundary=suite.boundary,
        table_name=suite.table,
        column_name=kwargs.get("column") or ", ".join(pair or kwargs.get("column_list", [])) or None,
        expectation=config.type.removeprefix("expect_"),
        severity=str(getattr(expectation.severity, "value", expectation.severity)),
        success=success,
        expected=", ".join(f"{k} {v}" for k, v in kwargs.items() if k not in _NOT_SHOWN) or "-",
        observed=None if observed is None else _short(observed),
        unexpected_count=found.get("unexpected_count"),
        unexpected_sample=", ".join(str(v) for v in sample[:SAMPLE_SIZE]) or None,
        reason=expectation.description,
    )


def _short(value: object) -> str:
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return text if len(text) <= 200 else text[:200] + "..."


def _error_of(info: dict | None) -> str | None:
    """The message of an expectation that could not be evaluated, for instance a missing column."""
    info = info or {}
    nested = info if "raised_exception" in info else next(iter(info.values()), {})
    return nested.get("exception_message") if nested.get("raised_exception") else None
