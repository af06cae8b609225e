"""Great Expectations, as light as it goes: imported once, one batch per table, one pass per suite.

Belongs here: importing and feeding the library. Does not: which suites there are (registry.py),
what an answer means (runner.py). Measured: importing it plainly takes three times as long.
"""

import gc
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock, Thread
from typing import Any

from orchestration import telemetry

# Great Expectations imports these for charts and one expectation that no suite here uses.
LAZY = ("altair", "scipy", "scipy.stats")
SAMPLE_SIZE = 5
_LOADING = Lock()
FORMAT = {"result_format": "BASIC", "partial_unexpected_count": SAMPLE_SIZE}


class _LazyFinder:
    """Finds the modules of LAZY so that each is executed when it is first used, not before."""

    @staticmethod
    def find_spec(name: str, path=None, target=None):
        if name not in LAZY:
            return None
        with _without(sys.meta_path, _LazyFinder):
            spec = importlib.util.find_spec(name)
        if spec and spec.loader:
            spec.loader = importlib.util.LazyLoader(spec.loader)
        return spec


@contextmanager
def _without(finders: list, finder: type) -> Iterator[None]:
    finders.remove(finder)
    try:
        yield
    finally:
        finders.insert(0, finder)


def load() -> "Engine":
    """Great Expectations and its context, made once in a process, by whichever thread is first."""
    with _LOADING:
        return _load()


def load_meanwhile() -> None:
    """Begin to load in the background, where something else has to be waited for."""
    Thread(target=load, daemon=True).start()


@cache
def _load() -> "Engine":
    telemetry.switch_off()  # it reports usage unless told not to before its import
    collecting = gc.isenabled()
    gc.disable()
    sys.meta_path.insert(0, _LazyFinder)
    # Its SQL engine is an optional part and of no use here: it does not work on DuckDB.
    without_sql = "sqlalchemy" not in sys.modules
    if without_sql:
        sys.modules["sqlalchemy"] = None  # type: ignore[assignment]
    try:
        return Engine()
    finally:
        if without_sql:
            del sys.modules["sqlalchemy"]
        sys.meta_path.remove(_LazyFinder)
        if collecting:
            gc.enable()


class Engine:
    """An ephemeral context with one asset that stands for whichever table is judged."""

    def __init__(self) -> None:
        import great_expectations as gx
        from great_expectations.data_context.types.base import (
            DataContextConfig,
            InMemoryStoreBackendDefaults,
            ProgressBarsConfig,
        )

        self.suite_of = gx.ExpectationSuite
        # its own default is a folder of pages that a killed process leaves in the temporary folder
        config = DataContextConfig(store_backend_defaults=InMemoryStoreBackendDefaults())
        context = gx.get_context(mode="ephemeral", project_config=config)
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        asset = context.data_sources.add_pandas("candidate").add_dataframe_asset("table")
        self.table = asset.add_batch_definition_whole_dataframe("table")
        self._configurations = _remember_configurations()

    def validate(self, frame, expectations: list) -> list[Any]:
        """The answers of all `expectations` about `frame`, in the order of the expectations."""
        for number, expectation in enumerate(expectations):
            expectation.meta = {**(expectation.meta or {}), "number": number}
        batch = self.table.get_batch({"dataframe": frame})
        suite = self.suite_of(name="suite", expectations=expectations)
        answers = batch.validate(suite, result_format=FORMAT).results
        self._configurations.clear()
        # The library answers a suite in an order of its own.
        return sorted(answers, key=lambda answer: answer.expectation_config.meta["number"])


def _remember_configurations() -> dict:
    """Let an expectation work out its configuration once: the library asks 130 times for each."""
    from great_expectations.expectations.expectation import Expectation

    work_out = Expectation.configuration.fget
    known: dict[int, tuple] = {}

    def configuration(self):
        if id(self) not in known:
            known[id(self)] = (self, work_out(self))  # kept with its owner: an id may be reused
        return known[id(self)][1]

    Expectation.configuration = property(configuration)
    return known
