"""A month of scheduled refreshes with a moving clock: the benchmark of a year, smaller.

Belongs here: that schedules, fetching, landing and the daily look work together day after day, and
that nothing needs a hand but what says so. Does not: one schedule (test_dagster_refresh), one
answer (test_fetch). NETZERO_YEAR_DAYS makes it longer.
"""

import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from unittest import mock

import pytest

from orchestration import inputs
from orchestration.fetch import open_data
from orchestration.settings import ROOT

sys.path.append(str(ROOT / "benchmarks"))
import year

DAYS = int(os.environ.get("NETZERO_YEAR_DAYS") or 31)
# what went wrong in January, and when it was over; the last of them waits for a person
TROUBLES = [
    ("2027-01-05", None, "ems_p_46", "the layout of ems_p_46 is not known"),
    ("2027-01-18", "2027-01-25", "ghg_p_01", "rows is declared, and"),
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to live in for a while, and a clock that is put back."""
    monkeypatch.setattr(inputs, "date", date)
    # nobody changes code or contracts meanwhile
    monkeypatch.setattr(inputs, "CODE", ("dbt_project.yml",))
    monkeypatch.setattr(open_data, "load_all", cache(open_data.load_all))
    with mock.patch.dict(os.environ):
        yield tmp_path


def test_a_month_runs_by_itself(place: Path) -> None:
    """One in forty plants, companies and funds; every address, every morning, a dropped file."""
    report = year.simulate(place, DAYS, every=40)
    month = f"{year.YEAR}-01"
    troubles = [t for t in report["troubles"] if t["since"].startswith(month)]
    assert len(troubles) == len(TROUBLES)
    for found, (since, healed, what, words) in zip(troubles, TROUBLES, strict=True):
        assert (found["since"], found["healed"], found["what"]) == (since, healed, what)
        assert words in found["sentence"]

    counts, datasets = report["counts"], report["datasets"]
    assert counts["releases: due"] + counts["releases: nothing changed"] == DAYS
    # on the first of January there is none; then the days after something else was landed
    changed = [change.split()[0][-2:] for change in report["changes"] if change.startswith(month)]
    assert changed == ["01", "02", "03", "04", "06", "09", "13", "16", "21", "23", "30"]
    if DAYS == 31:
        assert counts["dropped files taken"] == 1
        assert {name: (c["runs"], c.get("landed", 0)) for name, c in datasets.items()} == {
            "company_basics": (4, 4),
            "ems_p_46": (1, 0),
            "energy_indicators": (1, 1),
            "etf_holdings": (1, 1),
            "ghg_p_01": (4, 1),
            "ghg_p_02": (1, 1),
            "ghg_registry": (1, 1),
            "monthly_revenue": (2, 4),
            "sbti_companies": (5, 5),
        }
        assert datasets["sbti_companies"]["requests"] == 7  # twice cut, and asked again
    assert not [path for path in place.rglob("*") if path.name in ("pages", "part")]
