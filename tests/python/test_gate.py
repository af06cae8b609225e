"""The gate: it passes what is published, stops what is wrong, and says why."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from conftest import Built, run_cli, tree_of
from orchestration.checks import report, runner
from orchestration.checks.registry import find_suites
from orchestration.checks.results import CRITICAL, WARNING, GateResult
from orchestration.settings import Settings


def alter(settings: Settings, sql: str) -> None:
    with duckdb.connect(str(settings.build_db)) as connection:
        connection.execute(sql)


def write_suites(folder: Path, expectations: str) -> Path:
    """One landed and one published suite with these expectations, for a table `thing`."""
    for boundary in ("landed", "published"):
        (folder / boundary).mkdir(parents=True)
        (folder / boundary / "thing.py").write_text(
            "import great_expectations.expectations as gxe\n"
            "from great_expectations.expectations.row_conditions import Column\n"
            f"EXPECTATIONS = [{expectations}]\n"
        )
    return folder


def check(tmp_path: Path, handmade: Settings, expectations: str) -> GateResult:
    """Run `expectations` on small tables: x is 1, 2 and empty; k is a, a and b."""
    rows = "select * from (values (1, 'a'), (2, 'a'), (null, 'b')) as v(x, k)"
    alter(handmade, f"create table marts.thing as {rows}; create table seeds.thing as {rows}")
    suites = write_suites(tmp_path / "suites", expectations)
    return runner.check_candidate(replace(handmade, expectations_dir=suites))


def published(gate: GateResult) -> list:
    return [r for r in gate.results if r.boundary == "published"]


def test_the_default_build_passes_both_boundaries(built: Built):
    gate = GateResult.load(built.settings.gate_result)
    assert gate.passed, [vars(r) for r in gate.failed(CRITICAL)]
    assert gate.failed(WARNING) == []
    assert {r.boundary for r in gate.results} == {"landed", "published"}


def test_every_mart_of_the_project_has_a_suite(built: Built):
    with duckdb.connect(str(built.db), read_only=True) as connection:
        marts = connection.execute(
            "select table_name from information_schema.tables where table_schema = 'marts'"
        ).fetchall()
    suites = find_suites(built.settings.expectations_dir)
    with_suite = {s.table for s in suites if s.boundary == "published"}
    assert {name for (name,) in marts} == with_suite


# Each is a mistake someone could make: a format, a hole, a unit, a sign, a scale. One run of the gate finds all of a list.
WRONG_DATA = [
    [
        ("landed", "seeds.energy_audit_2022_fuel_use", "electricity = '1.343,0' where year = '2021'"),
        ("landed", "seeds.energy_audit_2022_power_flow", "lighting = null where table_ref = '2.2'"),
        ("published", "marts.fct_industry_energy_use", "tco2e = tco2e * 1000"),
        ("published", "marts.fct_industry_power_flow", "share_pct = share_pct / 100"),
        ("published", "marts.fct_industry_energy_total", "reported_total_gj = reported_total_gj / 4.1868"),
        ("published", "marts.ind_national_energy", "energy_gj = energy_gj / 1000"),
        (
            "published",
            "marts.inventory_carbon_fee",
            "fee_twd = fee_twd * 2 where facility_id = 'plant_a' and year = 2025",
        ),
    ],
    [
        ("landed", "seeds.fac_refrigerant_blend", "mass_pct = 60 where blend_code = 'r410a' and gas_code = 'hfc32'"),
        ("published", "marts.fct_industry_energy_use", "quantity = -1 where year = 2015"),
        (
            "published",
            "marts.fct_inventory_line",
            "market_based_tco2e = tco2e where activity_item_code = 'renewable_certificate'",
        ),
        ("published", "marts.cbam_exposure", "certificates_tco2e = embedded_tco2e"),
    ],
]


@pytest.mark.parametrize("changes", WRONG_DATA, ids=["units_and_holes", "signs_and_shares"])
def test_wrong_data_fails_a_critical_expectation(built: Built, tmp_path: Path, changes: list[tuple[str, str, str]]):
    """Every spoiled table fails, and no other."""
    settings = built.copy_to(tmp_path)
    for _, table, change in changes:
        alter(settings, f"update {table} set {change}")
    gate = runner.check_candidate(settings)
    spoiled = {(boundary, table.split(".")[1]) for boundary, table, _ in changes}
    assert {(r.boundary, r.table_name) for r in gate.failed(CRITICAL)} == spoiled


def test_a_failed_gate_leaves_the_release_and_a_page(built: Built, tmp_path: Path):
    settings = built.copy_to(tmp_path)
    assert run_cli(settings, "publish").returncode == 0
    before = tree_of(settings.publish_dir)
    alter(settings, "update marts.fct_industry_energy_use set tco2e = -tco2e")

    failed = run_cli(settings, "gate")
    refused = run_cli(settings, "publish")

    assert failed.returncode == refused.returncode == 1
    assert "critical: fct_industry_energy_use.tco2e" in failed.stdout
    assert str(settings.quality_page) in failed.stdout
    assert "stays as it was" in failed.stdout and "stays as it was" in refused.stdout
    assert tree_of(settings.publish_dir) == before
    assert "failed: nothing was published" in settings.quality_page.read_text(encoding="utf-8")


def test_a_suite_whose_table_is_missing_is_a_critical_failure(handmade: Settings, tmp_path: Path):
    suites = write_suites(tmp_path / "suites", "gxe.ExpectTableRowCountToEqual(value=1, severity='warning')")
    gate = runner.check_candidate(replace(handmade, expectations_dir=suites))
    assert not gate.passed
    assert [(r.table_name, r.observed) for r in gate.failed(CRITICAL)] == [
        ("thing", "the candidate has no such table")
    ] * 2


def test_a_derived_column_without_its_source_is_a_critical_failure(handmade: Settings, tmp_path: Path):
    alter(
        handmade,
        "create table marts.thing as select 1 as x; create table seeds.thing as select 1 as x",
    )
    suites = write_suites(tmp_path / "suites", "gxe.ExpectTableRowCountToEqual(value=1, severity='warning')")
    with (suites / "published" / "thing.py").open("a") as file:
        file.write("DERIVED = {'ratio': 'x / gone'}\n")
    gate = runner.check_candidate(replace(handmade, expectations_dir=suites))
    (row,) = gate.failed(CRITICAL)
    assert (row.boundary, row.table_name) == ("published", "thing")
    assert '"gone" not found' in row.observed


def test_a_warning_shows_and_passes(handmade: Settings, tmp_path: Path):
    gate = check(
        tmp_path, handmade, "gxe.ExpectColumnMaxToBeBetween(column='x', max_value=1, severity='warning')"
    )  # fmt: skip
    assert gate.passed
    (row,) = [r for r in gate.failed(WARNING) if r.boundary == "published"]
    assert (row.column_name, row.observed, row.severity) == ("x", "2", "warning")


def test_unexpected_values_are_counted_and_shown(handmade: Settings, tmp_path: Path):
    gate = check(
        tmp_path, handmade, "gxe.ExpectColumnValuesToBeInSet(column='k', value_set=['b'], severity='critical')"
    )  # fmt: skip
    (row,) = published(gate)
    assert (row.success, row.unexpected_count, row.unexpected_sample) == (False, 2, "a, a")


@pytest.mark.parametrize(
    ("expectation", "observed"),
    [
        # Great Expectations alone passes a condition no row meets, and a column of nulls.
        (
            """gxe.ExpectColumnValuesToBeBetween(column="x", min_value=9, severity="critical",
            row_condition=Column("k") == "z")""",
            "no value to check",
        ),
        (
            """gxe.ExpectColumnValuesToBeBetween(column="x", min_value=9, severity="critical",
            row_condition=Column("k") == "b")""",
            "no value to check",
        ),
        (
            "gxe.ExpectColumnValuesToBeBetween(column='gone', min_value=0, severity='critical')",
            'column "gone" in BatchData does not exist',
        ),
    ],
)
def test_an_expectation_that_saw_nothing_fails(handmade: Settings, tmp_path: Path, expectation: str, observed: str):
    (row,) = published(check(tmp_path, handmade, expectation))
    assert not row.success
    assert observed in row.observed


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
    gate = check(
        tmp_path, handmade,
        "gxe.ExpectColumnValuesToNotBeNull(column='k', severity='critical'),"
        " gxe.ExpectColumnValuesToMatchRegex(column='k', regex='<b>', severity='critical')",
    )  # fmt: skip
    page = report.render(gate)
    for outside in ("http:", "https:", "src=", "<link", "@import", "url("):
        assert outside not in page
    assert "&lt;b&gt;" in page and "<b>" not in page
    assert page.index("values to match regex") < page.index("values to not be null")
    assert 'name="viewport"' in page
