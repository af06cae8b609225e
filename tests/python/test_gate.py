"""The gate by itself: suites, results, the page, and what fails that must not pass.

Belongs here: how the gate works, on small tables. Does not: proofs on the built warehouse
(test_gate_proofs.py), drift (test_drift.py).
"""

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from conftest import Built, query, tree_of
from orchestration.checks import report, runner
from orchestration.checks.registry import find_suites
from orchestration.checks.results import CRITICAL, WARNING, GateResult
from orchestration.settings import Settings
from project_copy import run_cli

ROWS = "select * from (values (1, 'a'), (2, 'a'), (null, 'b')) as v(x, k)"


def alter(settings: Settings, sql: str) -> None:
    with duckdb.connect(str(settings.build_db)) as connection:
        connection.execute(sql)


def land(settings: Settings, dataset: str, sql: str) -> Path:
    """A landed file of a dataset, with the rows of a query."""
    path = settings.landed_dir / dataset / "2026-01-01_00000000.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = f"select *, '{dataset}.csv' as file_name from ({sql})"
    duckdb.sql(f"copy ({rows}) to '{path}' (format parquet)")
    return path


def write_suites(folder: Path, expectations: str, more: str = "") -> Path:
    """One landed and one published suite with these expectations, for a table `thing`."""
    for boundary in ("landed", "published"):
        (folder / boundary).mkdir(parents=True)
        (folder / boundary / "thing.py").write_text(
            "import great_expectations.expectations as gxe\n"
            "from great_expectations.expectations.row_conditions import Column\n"
            f"EXPECTATIONS = [{expectations}]\n{more}\n"
        )
    return folder


def check(
    tmp_path: Path, handmade: Settings, expectations: str, rows: str = ROWS, more: str = ""
) -> list:
    """What `expectations` find in a small mart: by default x is 1, 2, empty and k is a, a, b."""
    alter(handmade, f"create table marts.thing as {rows}")
    suites = write_suites(tmp_path / "suites", expectations, more)
    gate = runner.check_candidate(replace(handmade, expectations_dir=suites))
    return [r for r in gate.results if r.boundary == "published"]


def test_the_default_build_passes(built: Built):
    gate = GateResult.load(built.settings.gate_result)
    assert gate.passed, [r.sentence for r in gate.failed(CRITICAL)]
    assert [r.sentence for r in gate.failed(WARNING)] == []
    assert {r.boundary for r in gate.results} == {"drift", "published"}


def test_every_suite_is_about_a_mart_or_a_dataset(built: Built):
    marts = query(
        built.db,
        "select table_name from information_schema.tables where table_schema = 'marts'",
    )
    contracts = {
        path.stem for path in (Path(runner.__file__).parents[1] / "landing/contracts").glob("*.yml")
    }
    suites = find_suites(built.settings.expectations_dir)
    assert {s.table for s in suites if s.boundary == "landed"} == contracts
    assert {s.table for s in suites if s.boundary == "published"} <= {name for (name,) in marts}


def test_a_failed_gate_leaves_the_release_and_a_page(built: Built, tmp_path: Path):
    settings = built.copy_to(tmp_path)
    assert run_cli(settings, "publish").returncode == 0
    before = tree_of(settings.publish_dir)
    alter(settings, "update marts.fct_industry_energy_use set tco2e = 1000 * tco2e")

    failed = run_cli(settings, "gate")
    refused = run_cli(settings, "publish")

    assert failed.returncode == refused.returncode == 1
    assert "critical: fct_industry_energy_use.t_per_gj_of_lpg" in failed.stdout
    assert str(settings.quality_page) in failed.stdout
    assert "stays as it was" in failed.stdout and "stays as it was" in refused.stdout
    assert tree_of(settings.publish_dir) == before
    assert "failed: nothing was published" in settings.quality_page.read_text(encoding="utf-8")


def test_a_suite_whose_table_is_missing_is_a_critical_failure(handmade: Settings, tmp_path: Path):
    count = "gxe.ExpectTableRowCountToEqual(value=1, severity='warning')"
    suites = write_suites(tmp_path / "suites", count)
    gate = runner.check_candidate(replace(handmade, expectations_dir=suites))
    assert not gate.passed
    (row,) = gate.failed(CRITICAL)
    assert (row.boundary, row.table_name) == ("published", "thing")
    assert row.observed == "the candidate has no such table"


def test_a_derived_column_without_its_source_is_a_critical_failure(
    handmade: Settings, tmp_path: Path
):
    ratio = "gxe.ExpectColumnMaxToBeBetween(column='ratio', max_value=1, severity='warning')"
    (row,) = check(tmp_path, handmade, ratio, more="DERIVED = {'ratio': 'x / gone'}")
    assert (row.severity, row.success) == (CRITICAL, False)
    assert '"gone" not found' in row.observed


def test_an_expectation_may_read_a_derived_column(handmade: Settings, tmp_path: Path):
    twice = "gxe.ExpectColumnMaxToBeBetween(column='twice', max_value=3, severity='warning')"
    (row,) = check(tmp_path, handmade, twice, more="DERIVED = {'twice': '2 * x'}")
    assert (row.column_name, row.observed, row.success) == ("twice", "4", False)


def test_a_table_may_be_empty_where_its_suite_says_why(handmade: Settings, tmp_path: Path):
    low = "gxe.ExpectColumnMinToBeBetween(column='x', min_value=0, severity='critical')"
    none = f"from ({ROWS}) where false"
    assert check(tmp_path, handmade, low, none, "MAY_BE_EMPTY = 'nothing yet'") == []


def test_an_empty_table_fails_where_its_suite_says_nothing(handmade: Settings, tmp_path: Path):
    low = "gxe.ExpectColumnMinToBeBetween(column='x', min_value=0, severity='critical')"
    (row,) = check(tmp_path, handmade, low, f"from ({ROWS}) where false")
    assert (row.success, row.observed) == (False, "no value to check")


def test_a_warning_shows_and_passes(handmade: Settings, tmp_path: Path):
    high = "gxe.ExpectColumnMaxToBeBetween(column='x', max_value=1, severity='warning')"
    (row,) = check(tmp_path, handmade, high)
    assert (row.column_name, row.observed, row.severity) == ("x", "2", WARNING)
    assert GateResult("sha", "now", [row]).passed


def test_unexpected_values_are_counted_and_shown(handmade: Settings, tmp_path: Path):
    only_b = "gxe.ExpectColumnValuesToBeInSet(column='k', value_set=['b'], severity='critical')"
    (row,) = check(tmp_path, handmade, only_b)
    assert (row.success, row.unexpected_count, row.unexpected_sample) == (False, 2, "a, a")
    assert row.sentence.startswith(
        "thing.k: column values to be in set (codes ['b']); 2 unexpected"
    )


def test_answers_stay_with_their_expectations(handmade: Settings, tmp_path: Path):
    """The library answers a suite in an order of its own: by column."""
    both = """gxe.ExpectColumnMaxToBeBetween(column='x', max_value=9, severity='warning'),
        gxe.ExpectColumnValuesToNotBeNull(column='k', severity='critical'),
        gxe.ExpectColumnMinToBeBetween(column='x', min_value=5, severity='critical')"""
    found = [(r.expectation, r.severity, r.success) for r in check(tmp_path, handmade, both)]
    assert found == [
        ("column_max_to_be_between", WARNING, True),
        ("column_values_to_not_be_null", CRITICAL, True),
        ("column_min_to_be_between", CRITICAL, False),
    ]


NOTHING_SEEN = [
    # Great Expectations alone passes a condition no row meets, and a column of nulls.
    """gxe.ExpectColumnValuesToBeBetween(column="x", min_value=9, severity="critical",
        row_condition=Column("k") == "z")""",
    """gxe.ExpectColumnValuesToBeBetween(column="x", min_value=9, severity="critical",
        row_condition=Column("k") == "b")""",
    "gxe.ExpectColumnValuesToBeBetween(column='n', min_value=9, severity='critical')",
    "gxe.ExpectColumnMedianToBeBetween(column='n', min_value=9, severity='critical')",
    "gxe.ExpectColumnMeanToBeBetween(column='n', max_value=9, severity='critical')",
]


@pytest.mark.parametrize("expectation", NOTHING_SEEN)
def test_an_expectation_that_saw_nothing_fails(
    handmade: Settings, tmp_path: Path, expectation: str
):
    (row,) = check(tmp_path, handmade, expectation, f"select *, null::double as n from ({ROWS})")
    assert (row.success, row.observed) == (False, "no value to check")


def test_a_column_that_may_be_blank_may_be_blank(handmade: Settings, tmp_path: Path):
    low = """gxe.ExpectColumnValuesToBeBetween(column='n', min_value=9, severity='critical',
        meta={'may_be_blank': True})"""
    (row,) = check(tmp_path, handmade, low, f"select *, null::double as n from ({ROWS})")
    assert (row.success, row.observed) == (True, "no value to check")


def test_a_suite_must_state_severities(handmade: Settings, tmp_path: Path):
    with pytest.raises(ValueError, match="states no severity"):
        check(tmp_path, handmade, "gxe.ExpectColumnValuesToNotBeNull(column='k')")


def test_an_empty_suite_and_an_empty_boundary_are_refused(handmade: Settings, tmp_path: Path):
    with pytest.raises(ValueError, match="missing or empty"):
        check(tmp_path, handmade, "")
    with pytest.raises(ValueError, match="no suites"):
        find_suites(tmp_path / "nothing here")


def test_results_survive_being_kept(built: Built, tmp_path: Path):
    gate = GateResult.load(built.settings.gate_result)
    gate.save(tmp_path / "again.json")
    assert GateResult.load(tmp_path / "again.json") == gate


def test_the_page_needs_nothing_else_and_shows_failures_first(handmade: Settings, tmp_path: Path):
    rows = check(
        tmp_path, handmade,
        "gxe.ExpectColumnValuesToNotBeNull(column='k', severity='critical'),"
        " gxe.ExpectColumnValuesToMatchRegex(column='k', regex='<b>', severity='critical')",
    )  # fmt: skip
    page = report.render(GateResult("sha", "now", rows))
    for outside in ("http:", "https:", "src=", "<link", "@import", "url("):
        assert outside not in page
    assert "&lt;b&gt;" in page and "<b>" not in page
    assert page.index("values to match regex") < page.index("values to not be null")
    assert 'name="viewport"' in page


# 60 plants and ten years that change by a few per cent, as a publisher's registry does.
REGISTRY = """
    select 2015 + y as year, 'E' || lpad(p::varchar, 7, '0') as control_no,
        'plant ' || p as facility_name, 'county ' || p % 5 as county_name,
        'industry ' || p % 7 as industry_name,
        case p % 2 when 0 then '22099131' else '30414175' end as tax_id,
        1000.0 * p * p * (1 + y / 50) as direct_tco2e,
        500.0 * p * p * (1 + y / 50) as indirect_tco2e,
        1500.0 * p * p * (1 + y / 50) as total_tco2e
    from range(1, 61) as a(p), range(10) as b(y)
"""
ALL = ("direct_tco2e", "indirect_tco2e", "total_tco2e")
# What happens to a valid file on its way, and the column in which the gate sees it.
LANDED_FAULTS = {
    "blanked": ("null::double as direct_tco2e", "has_direct"),
    "a text blanked": ("null::varchar as county_name", "county_name_varies"),
    "a text that stands still": ("'縣' as county_name", "county_name_varies"),
    "zeroed": ("0.0 as direct_tco2e", "gap"),
    "negated": ("-total_tco2e as total_tco2e", "total_tco2e"),
    "kilograms": (", ".join(f"{c} * 1000 as {c}" for c in ALL), "total_tco2e"),
    "kilotonnes": (", ".join(f"{c} / 1000 as {c}" for c in ALL), "total_tco2e"),
    "one column times 1000": ("direct_tco2e * 1000 as direct_tco2e", "gap"),
    "slipped by a row": (
        ", ".join(f"lag({c}, 7, {c}) over (order by hash(control_no || year)) as {c}" for c in ALL),
        "steady",
    ),
    "a digit changed": ("'22099137' as tax_id", "valid_tax_id"),
    "another calendar": ("(year - 1911)::integer as year", "year"),
}


def landed_result(handmade: Settings, tmp_path: Path, sql: str) -> list:
    """What the suite of the registry finds in one landed file of these rows."""
    suites = write_suites(
        tmp_path / "suites", "gxe.ExpectTableRowCountToEqual(value=3, severity='warning')"
    )
    own = handmade.expectations_dir
    (suites / "landed" / "thing.py").unlink()
    shutil.copy(own / "landed" / "ghg_registry.py", suites / "landed")
    shutil.copy(own / "vocabulary.py", suites)
    alter(handmade, f"create or replace table marts.thing as {ROWS}")
    land(handmade, "ghg_registry", sql)
    gate = runner.check_candidate(replace(handmade, expectations_dir=suites, data="landed"))
    return [r for r in gate.results if r.boundary == "landed"]


def test_a_plausible_landed_file_passes(handmade: Settings, tmp_path: Path):
    found = landed_result(handmade, tmp_path, REGISTRY)
    assert [r.sentence for r in found if not r.success] == []
    assert {r.file_name for r in found} == {"ghg_registry.csv"}


@pytest.mark.parametrize("fault", LANDED_FAULTS)
def test_a_fault_of_a_landed_file_is_seen_in_the_file_itself(
    handmade: Settings, tmp_path: Path, fault: str
):
    change, seen_in = LANDED_FAULTS[fault]
    found = landed_result(handmade, tmp_path, f"select * replace ({change}) from ({REGISTRY})")
    failed = [r for r in found if not r.success]
    assert seen_in in {r.column_name for r in failed}, [r.sentence for r in failed]
    assert all("ghg_registry.csv" in r.sentence for r in failed)


def test_published_files_are_judged_in_landed_mode_only(handmade: Settings, tmp_path: Path):
    landed_result(handmade, tmp_path, REGISTRY)
    settings = replace(handmade, expectations_dir=tmp_path / "suites")
    assert not [r for r in runner.check_candidate(settings).results if r.boundary == "landed"]
