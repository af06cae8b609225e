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
_WORDS = {
    "min_value": "at least",
    "max_value": "at most",
    "value": "exactly",
    "value_set": "codes",
    "regex": "shape",
}
_NOT_SHOWN = {"batch_id", "column", "column_A", "column_B", "column_list", "row_condition"}


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


def _run_suite(context, connection: duckdb.DuckDBPyConnection, suite: SuiteFile) -> Iterator[ExpectationResult]:
    import great_expectations as gx

    if suite.table not in candidate.tables(connection, suite.schema):
        yield _unreadable(suite, "the candidate has no such table")
        return
    # Landed cells are judged as the text that is printed, whatever type a loader gave them.
    expectations, derived = suite.load()
    columns = ["columns(*)::varchar" if suite.boundary == "landed" else "*"]
    columns += [f"{sql} as {name}" for name, sql in derived.items()]
    try:
        frame = connection.sql(f"select {', '.join(columns)} from {_quoted(suite)}").df()
    except duckdb.Error as error:  # a derived column whose source column is gone
        yield _unreadable(suite, _short(error))
        return
    name = f"{suite.boundary}.{suite.table}"
    batch = (
        context.data_sources.add_pandas(name)
        .add_dataframe_asset(name)
        .add_batch_definition_whole_dataframe(name)
        .get_batch({"dataframe": frame})
    )
    # One at a time: Great Expectations answers a suite in an order of its own.
    for expectation in expectations:
        answer = batch.validate(gx.ExpectationSuite(name=name, expectations=[expectation]))
        yield _as_row(suite, expectation, answer.results[0])


def _quoted(suite: SuiteFile) -> str:
    return f'"{suite.schema}"."{suite.table}"'


def _unreadable(suite: SuiteFile, observed: str) -> ExpectationResult:
    return ExpectationResult(
        boundary=suite.boundary,
        table_name=suite.table,
        column_name=None,
        expectation="table_can_be_read",
        severity=CRITICAL,
        success=False,
        expected=f"table {suite.schema}.{suite.table} with the columns of its suite",
        observed=observed,
        unexpected_count=None,
        unexpected_sample=None,
        reason=f"{suite.path.name} reads it; build the table, or change or remove the suite",
    )


def _as_row(suite: SuiteFile, expectation, answer) -> ExpectationResult:
    config, found = answer.expectation_config, answer.result or {}
    success, observed = bool(answer.success), found.get("observed_value")
    error = _error_of(answer.exception_info)
    if error:
        success, observed = False, error
    elif success and found.get("element_count", -1) == found.get("missing_count", 0):
        # A condition no row meets, or a column of nulls, would pass without a value being seen.
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
        expected=_expected(kwargs, expectation),
        observed=None if observed is None else _short(observed),
        unexpected_count=found.get("unexpected_count"),
        unexpected_sample=", ".join(str(v) for v in sample[:SAMPLE_SIZE]) or None,
        reason=expectation.description,
    )


def _expected(kwargs: dict, expectation) -> str:
    told = [f"{_WORDS.get(k, k)} {_short(v)}" for k, v in kwargs.items() if k not in _NOT_SHOWN]
    condition = getattr(expectation, "row_condition", None)
    return ", ".join(told) + (f", where {condition!r}" if condition else "")


def _short(value: object) -> str:
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return text if len(text) <= 200 else text[:200] + "..."


def _error_of(info: dict | None) -> str | None:
    """The message of an expectation that could not be evaluated, for instance a missing column."""
    info = info or {}
    nested = info if "raised_exception" in info else next(iter(info.values()), {})
    return nested.get("exception_message") if nested.get("raised_exception") else None
