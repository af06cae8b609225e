"""Drift: a candidate beside the release before, on small tables of which every figure is known."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
import yaml

from conftest import Built, make_candidate, publish_now, query, settings_in, write_artifacts
from orchestration import cli
from orchestration.checks import drift, runner
from orchestration.checks.results import CRITICAL, WARNING, ExpectationResult, GateResult
from orchestration.publish import swap
from orchestration.settings import Settings

# Three counties with one company each, 2020 to 2022.
USE = """
    create table marts.fct_use as
    select c.* , 2020 + y as year, 100.0 * c.size as tco2e
    from (values ('taipei', '11', 8), ('hualien', '22', 1), ('penghu', '33', 1))
            as c(county, tax_id, size),
        range(3) as t(y);
    create table seeds.rule_factor as select 'a' as code, 1 as value;
"""
# The release rests on an embedded figure; `fct_use` can come from a file as well.
EMBEDDED = "create table marts.dim_source_release as select 'registry_2025' as source_release_key;"
LANDED_USE = "source.netzero_tw.landed.use"
LANDED_NOW = "insert into marts.dim_source_release values ('use:2026-11-22:0a1b2c3d');"
TAIPEI = "11 台北公司"
COMPANY = "create table marts.dim_company as select '11' as tax_id, '台北公司' as name_zh;"
DECLARED = {
    "marts": {
        "fct_use": {
            "key": ["tax_id", "year"],
            "entity": "tax_id",
            "codes": ["county"],
            "totals": ["tco2e"],
            "values": ["tco2e"],
        }
    },
    "own_files": ["fct_thing"],
}


def alter(settings: Settings, sql: str) -> None:
    with duckdb.connect(str(settings.build_db)) as connection:
        connection.execute(sql)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A candidate that was published, its suites and what of it is compared."""
    made = settings_in(tmp_path_factory.mktemp("released"))
    folder = made.target_dir / "suites"
    for boundary, table in (("landed", "raw"), ("published", "fct_use")):
        (folder / boundary).mkdir(parents=True)
        (folder / boundary / f"{table}.py").write_text(
            "import great_expectations.expectations as gxe\n"
            "EXPECTATIONS = [gxe.ExpectTableRowCountToBeBetween(min_value=0, severity='warning')]\n"
        )
    limits = yaml.safe_load(made.drift_rules.read_text(encoding="utf-8"))["limits"]
    (folder / "drift.yml").write_text(yaml.safe_dump({"limits": limits, **DECLARED}))
    settings = replace(made, expectations_dir=folder)
    make_candidate(settings)
    alter(settings, COMPANY + USE + EMBEDDED)
    marts = ["dim_company", "dim_source_release", "dim_thing", "fct_thing", "fct_use"]
    write_artifacts(settings, marts)
    publish_now(settings)
    manifest = json.loads(settings.dbt_manifest.read_text())
    seed = "seed.netzero_tw.rule_factor"
    manifest["nodes"][seed] = {"resource_type": "seed", "schema": "seeds"}
    manifest["sources"] = {LANDED_USE: {"resource_type": "source"}}
    manifest["child_map"] = {node: ["model.netzero_tw.fct_use"] for node in (seed, LANDED_USE)}
    settings.dbt_manifest.write_text(json.dumps(manifest))
    return settings


@pytest.fixture
def ours(released: Settings, tmp_path: Path) -> Settings:
    """A candidate like the release, to alter."""
    settings = replace(released, build_db=tmp_path / "warehouse.build.duckdb")
    shutil.copyfile(released.build_db, settings.build_db)
    return settings


def gate(settings: Settings, why: str | None = None) -> GateResult:
    released = settings.publish_dir / "releases" / swap.current_release(settings.publish_dir)
    return runner.check_candidate(settings, released, why)


def failed(settings: Settings) -> list[ExpectationResult]:
    return [r for r in gate(settings).results if r.boundary == "drift" and not r.success]


def test_the_first_release_is_compared_with_nothing(ours: Settings):
    gate = runner.check_candidate(ours)
    assert gate.passed
    (row,) = [r for r in gate.results if r.boundary == "drift"]
    assert row.observed == "no release to compare with yet"


def test_the_same_again_does_not_differ(ours: Settings):
    assert failed(ours) == []


# What happens to the candidate, and of what it is told: question, column, severity, words.
FAULTS = {
    "a total doubles": (
        "update marts.fct_use set tco2e = 2 * tco2e where year = 2021",
        ("total", "tco2e", CRITICAL, "2021: 1,000 before, 2,000 now (2 times)"),
    ),
    "a total falls by a fifth": (
        "update marts.fct_use set tco2e = 0.8 * tco2e where year = 2021",
        ("total", "tco2e", WARNING, "2021: 1,000 before, 800 now (0.8 times)"),
    ),
    "a county vanishes": (
        "delete from marts.fct_use where county = 'penghu'",
        ("vanished_codes", "county", CRITICAL, "vanished: penghu"),
    ),
    "a company with most of the tonnes vanishes": (
        "delete from marts.fct_use where tax_id = '11'",
        (
            *("vanished_entities", "tax_id", CRITICAL),
            f"1 with 80.0% of tco2e vanished: {TAIPEI} (80.0%)",
        ),
    ),
    "kilograms in one company": (
        "update marts.fct_use set tco2e = 1000 * tco2e where tax_id = '11' and year = 2022",
        (
            *("unit_slip", "tco2e", CRITICAL),
            f"{TAIPEI} (11, 2022): 800 before, 800,000 now (1,000 times)",
        ),
    ),
    "values change in silence": (
        "update marts.fct_use set tco2e = tco2e * 1.01",
        ("changed", "tco2e", WARNING, "9 of 9 values changed"),
    ),
    "values become blank": (
        "update marts.fct_use set tco2e = null where tax_id <> '11'",
        ("blanked", "tco2e", CRITICAL, "6 of 9 values are blank now"),
    ),
    "rows come twice": (
        "insert into marts.fct_use select fct_use.* replace (year + 10 as year) from marts.fct_use,"
        " range(4) as t(i)",
        ("rows", None, CRITICAL, "9 rows before, 45 now"),
    ),
    "a new year is half of the year before": (
        "insert into marts.fct_use select * replace (2023 as year, tco2e * 0.6 as tco2e)"
        " from marts.fct_use where year = 2022",
        ("next_total", "tco2e", WARNING, "2023 beside 2022: 1,000 before, 600 now (0.6 times)"),
    ),
    "kilograms in a new year of one company": (
        "insert into marts.fct_use select * replace (2023 as year, case tax_id when '22' then 1000"
        " else 1 end * tco2e as tco2e) from marts.fct_use where year = 2022",
        ("next_unit_slip", "tco2e", WARNING, "22 (2023): 100 before, 100,000 now (1,000 times)"),
    ),
    "a column is gone": (
        "alter table marts.fct_use drop column county",
        ("columns", None, CRITICAL, "lost: county"),
    ),
    "a column has another type": (
        "alter table marts.fct_use alter county type boolean using true",
        ("columns", None, CRITICAL, "other type: county was VARCHAR, is BOOLEAN"),
    ),
    "a mart is gone": (
        "drop table marts.dim_thing",
        ("columns", None, CRITICAL, "the whole mart is gone"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_differs_is_named(ours: Settings, fault: str):
    change, (question, column, severity, words) = FAULTS[fault]
    alter(ours, change)
    result = gate(ours)
    found = [r for r in result.results if r.boundary == "drift" and not r.success]
    told = {(r.expectation, r.column_name, r.severity, r.observed) for r in found}
    assert (question, column, severity, words) in told
    assert result.passed == (CRITICAL not in {r.severity for r in found})


def test_a_like_new_year_and_a_new_column_pass(ours: Settings):
    alter(
        ours,
        "insert into marts.fct_use select * replace (2023 as year, tco2e * 0.97 as tco2e)"
        " from marts.fct_use where year = 2022; alter table marts.fct_use add column note varchar",
    )
    result = gate(ours)
    assert [r.sentence for r in result.results if not r.success] == []
    told = {r.observed for r in result.results}
    assert "new: note" in told
    assert "2023 beside 2022: 1,000 before, 970 now (0.97 times)" in told


def test_a_changed_rule_explains_what_it_leads_to_and_nothing_else(ours: Settings):
    alter(
        ours,
        "update seeds.rule_factor set value = 2; update marts.fct_use set tco2e = 2 * tco2e;"
        " alter table marts.dim_thing drop column name_zh",
    )
    found = {(r.table_name, r.expectation): r for r in failed(ours)}
    total = found["fct_use", "total"]
    assert total.severity == WARNING
    assert "Not refused: changed since that release: rule_factor" in total.reason
    assert found["dim_thing", "columns"].severity == CRITICAL


def test_other_settings_explain_everything(ours: Settings):
    alter(ours, "update marts.fct_use set tco2e = 2 * tco2e")
    landed = replace(ours, data="landed")
    found = failed(landed)
    assert {r.severity for r in found} == {WARNING}
    (total,) = [r for r in found if r.expectation == "total"]
    assert "NETZERO_DATA was embedded, is landed" in total.reason


def test_a_first_landing_is_one_sentence_and_hides_no_fault(ours: Settings):
    """More rows for a dataset that was never landed before are no warning of each mart; a unit
    slip in it is refused as ever, and named with what came."""
    years = "insert into marts.fct_use select * replace (year - 9 as year) from marts.fct_use;"
    alter(ours, LANDED_NOW + years)
    assert {(r.table_name, r.expectation, r.severity): r.observed for r in failed(ours)} == {
        ("every mart", "first_landed", WARNING): "landed for the first time since that release:"
        " use; more rows for it in fct_use",
        ("dim_source_release", "rows", WARNING): "1 rows before, 2 now",
    }
    alter(ours, "update marts.fct_use set tco2e = 1000 * tco2e where tax_id = '22' and year = 2021")
    assert not gate(ours).passed
    (slip,) = [r for r in failed(ours) if r.expectation == "unit_slip"]
    assert slip.severity == CRITICAL
    assert "Landed for the first time since that release: use" in slip.reason
    alter(ours, "delete from marts.fct_use where tax_id = '33' or year < 2020")
    assert ("fct_use", "rows") in {(r.table_name, r.expectation) for r in failed(ours)}


def test_a_person_accepts_and_the_result_says_why(ours: Settings, tmp_path: Path):
    alter(ours, "update marts.fct_use set tco2e = 2 * tco2e")
    accepted = gate(ours, "the factor was wrong before")
    assert accepted.passed
    (total,) = [r for r in accepted.results if r.expectation == "total"]
    assert total.reason.endswith("Accepted: the factor was wrong before")
    accepted.save(tmp_path / "kept.json")
    assert GateResult.load(tmp_path / "kept.json").accepted_drift == "the factor was wrong before"


def test_acceptance_is_of_drift_alone(ours: Settings):
    row = replace(drift.NO_RELEASE, boundary="published", success=False, severity=CRITICAL)
    assert drift.accepted([row], "any reason at all") == [row]


@pytest.mark.parametrize("reason", [[], ["--force"], ["why not"]])
def test_acceptance_needs_a_reason(reason: list[str], capsys: pytest.CaptureFixture[str]):
    assert cli.main(["gate", "--accept-drift", *reason]) == 1
    assert "--accept-drift needs the reason as one text" in capsys.readouterr().err


def test_what_is_compared_exists(built: Built):
    declared = yaml.safe_load(built.settings.drift_rules.read_text(encoding="utf-8"))
    columns = query(
        built.db,
        "select table_name, column_name from information_schema.columns"
        " where table_schema = 'marts'",
    )
    asked = {
        (mart, column)
        for mart, about in declared["marts"].items()
        for kind in ("key", "codes", "totals", "values")
        for column in about.get(kind, [])
    }
    assert asked - set(columns) == set()
    assert set(declared["own_files"]) <= {mart for mart, _ in columns}


@pytest.mark.parametrize("mart", sorted(yaml.safe_load(
    (Path(drift.__file__).parents[2] / "tests/expectations/drift.yml").read_text("utf-8")
)["marts"]))  # fmt: skip
def test_keys_are_keys(built: Built, mart: str):
    declared = yaml.safe_load(built.settings.drift_rules.read_text(encoding="utf-8"))
    key = ", ".join(declared["marts"][mart]["key"])
    twice = query(built.db, f"select {key} from marts.{mart} group by {key} having count(*) > 1")
    assert twice == []
