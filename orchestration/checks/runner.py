"""Runs the suites on a candidate and on the landed files it was built from, in one process.

Belongs here: which tables are judged, and reading the answers. Does not: what is expected
(tests/expectations), comparing with the last release (drift.py), what follows (pipeline.py).
"""

import math
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import duckdb

from orchestration import candidate
from orchestration.checks import drift, engine, kept
from orchestration.checks.baseline import Baseline
from orchestration.checks.registry import Content, SuiteFile, find_suites
from orchestration.checks.results import CRITICAL, ExpectationResult, GateResult
from orchestration.errors import SuiteInvalid
from orchestration.files import sql_file
from orchestration.landing.contract import load_all
from orchestration.settings import MARTS, Settings

_WORDS = {"min_value": "at least", "max_value": "at most", "value_set": "codes", "regex": "shape"}
_NOT_SHOWN = {"batch_id", "column", "column_A", "column_B", "column_list", "row_condition"}


def check_candidate(
    settings: Settings,
    released: Path | None = None,
    accept_drift: str | None = None,
    reuse: bool = False,
) -> GateResult:
    """Run every suite on the candidate and return all results; nothing is written.

    `released` is the folder of the release that the candidate is compared with, `accept_drift`
    the reason why differences that would be refused are not. With `reuse`, landed files that were
    judged as they are by the same suite (`check_landed`) are not judged again.

    Raises CandidateUnusable if the candidate is missing or in use.
    """
    with ThreadPoolExecutor(1) as threads:
        importing = threads.submit(engine.load)
        fingerprint = candidate.settle(settings.build_db)
        with candidate.connect(settings.build_db, read_only=True) as connection:
            results = _drift(connection, settings, released)
            marts = set(candidate.tables(connection, MARTS))
            for suite in find_suites(settings.expectations_dir):
                gx = importing.result()
                if suite.boundary == "landed":
                    results += of_landed(gx, connection, suite, settings, reuse)
                else:
                    results += _judge(gx, connection, suite, marts)
    checked_at = datetime.now(UTC).isoformat(timespec="seconds")
    if accept_drift:
        results = drift.accepted(results, accept_drift)
    return GateResult(fingerprint, checked_at, results, accept_drift)


def _drift(
    connection: duckdb.DuckDBPyConnection, settings: Settings, released: Path | None
) -> list[ExpectationResult]:
    if released is None:
        return [drift.NO_RELEASE]
    return drift.compare(connection, Baseline(connection, settings, released), settings.drift_rules)


def _judge(
    gx: engine.Engine, connection: duckdb.DuckDBPyConnection, suite: SuiteFile, marts: set[str]
) -> Iterator[ExpectationResult]:
    """The results of the suite of a mart."""
    if suite.table not in marts:
        yield _unreadable(suite, "the candidate has no such table")
    else:
        yield from _validate(gx, connection, suite, f'{MARTS}."{suite.table}"')


def of_landed(
    gx: engine.Engine,
    connection: duckdb.DuckDBPyConnection,
    suite: SuiteFile,
    settings: Settings,
    reuse: bool,
) -> list[ExpectationResult]:
    """The results of the suite of a dataset, file by file, if builds read what was landed."""
    if not (settings.reads_landed or suite.table in own_datasets()):
        return []
    said = kept.load(settings, suite) if reuse else None
    return list(_judge_landed(gx, connection, suite, settings)) if said is None else said


def _judge_landed(
    gx: engine.Engine, connection: duckdb.DuckDBPyConnection, suite: SuiteFile, settings: Settings
) -> Iterator[ExpectationResult]:
    for path in kept.landed_paths(settings, suite.table):
        source = f"read_parquet({sql_file(path)})"
        yield from _validate(gx, connection, suite, source, _file_name(connection, source))


def check_landed(settings: Settings, dataset: str) -> list[ExpectationResult]:
    """Run the suite of one landed dataset on its files, without a candidate; [] without files.

    The results are kept for the gate. Raises SuiteInvalid if the dataset has no suite.
    """
    path = settings.expectations_dir / "landed" / f"{dataset}.py"
    if not path.exists():
        raise SuiteInvalid(f"{path} is missing: nothing says what {dataset} should look like.")
    suite = SuiteFile("landed", path)
    mark = kept.fingerprint(settings, suite)
    with duckdb.connect() as connection:
        results = list(_judge_landed(engine.load(), connection, suite, settings))
    kept.save(settings, suite, mark, results)
    return results


@cache
def own_datasets() -> set[str]:
    """Datasets a user writes: they are read whichever data the build is of."""
    return {contract.dataset for contract in load_all() if contract.own}


def _validate(
    gx: engine.Engine,
    connection: duckdb.DuckDBPyConnection,
    suite: SuiteFile,
    source: str,
    file_name: str | None = None,
) -> Iterator[ExpectationResult]:
    content = suite.load()
    try:
        frame = connection.sql(f"select {content.columns()} from {source}").df()
    except duckdb.Error as error:  # a column that the suite names is gone
        yield _unreadable(suite, _short(error), file_name)
        return
    if frame.empty and content.may_be_empty:
        return
    for expectation, answer in zip(
        content.expectations, gx.validate(frame, content.expectations), strict=True
    ):
        yield _as_row(suite, content, expectation, answer, file_name)


def _file_name(connection: duckdb.DuckDBPyConnection, source: str) -> str | None:
    row = connection.sql(f"select any_value(file_name) from {source}").fetchone()
    return row[0] if row else None


def _unreadable(suite: SuiteFile, observed: str, file_name: str | None = None) -> ExpectationResult:
    return ExpectationResult(
        boundary=suite.boundary,
        table_name=suite.table,
        column_name=None,
        expectation="table_can_be_read",
        severity=CRITICAL,
        success=False,
        expected=f"table {suite.table} with the columns of its suite",
        observed=observed,
        unexpected_count=None,
        unexpected_sample=None,
        reason=f"{suite.path.name} reads it; build the table, or change or remove the suite",
        file_name=file_name,
    )


def _as_row(
    suite: SuiteFile, content: Content, expectation, answer, file_name: str | None
) -> ExpectationResult:
    config, found = answer.expectation_config, answer.result or {}
    success, observed = bool(answer.success), found.get("observed_value")
    error = _error_of(answer.exception_info)
    if error:
        success, observed = False, error
    elif _saw_nothing(found):
        # A condition no row meets, or a column of nulls, would pass without a value being seen.
        success, observed = (expectation.meta or {}).get("may_be_blank", False), "no value to check"
    kwargs = config.kwargs
    pair = [kwargs[k] for k in ("column_A", "column_B") if k in kwargs]
    column = kwargs.get("column") or ", ".join(pair or kwargs.get("column_list", [])) or None
    sample = found.get("partial_unexpected_list") or []
    return ExpectationResult(
        boundary=suite.boundary,
        table_name=suite.table,
        column_name=column,
        expectation=config.type.removeprefix("expect_"),
        severity=str(getattr(expectation.severity, "value", expectation.severity)),
        success=success,
        expected=_expected(kwargs, expectation),
        observed=None if observed is None else _short(observed),
        unexpected_count=found.get("unexpected_count"),
        unexpected_sample=", ".join(_short(v) for v in sample[: engine.SAMPLE_SIZE]) or None,
        reason=expectation.description,
        file_name=file_name,
    )


def _saw_nothing(found: dict) -> bool:
    if "observed_value" in found:  # an aggregate
        observed = found["observed_value"]
        return observed is None or (isinstance(observed, float) and math.isnan(observed))
    return found.get("element_count", -1) == found.get("missing_count", 0)


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
