"""What must be published and what must not: new data, changed rules, documented variants, faults.

Belongs here: proofs on the built warehouse, by building again what a change leads to. Does not:
how the gate and drift work on small tables (test_gate.py, test_drift.py).
"""

import csv
import shutil
from pathlib import Path

import duckdb
import pytest

from conftest import Built, query
from orchestration.checks import runner
from orchestration.checks.results import CRITICAL, ExpectationResult, GateResult
from orchestration.publish import swap
from orchestration.settings import Settings
from project_copy import copy_candidate, root_of, run_cli, run_dbt, spoil

REGISTRY = "seeds/emissions/open_data_ghg_registry.csv"
NO_TESTS = ("--exclude-resource-type", "unit_test", "--exclude-resource-type", "test")
FORMOSA, TSMC = "86522210", "22099131"


def release_of(settings: Settings) -> Path:
    return settings.publish_dir / "releases" / swap.current_release(settings.publish_dir)


def gate(settings: Settings, built: Built) -> GateResult:
    """The gate on a candidate, beside the release of the default build."""
    return runner.check_candidate(settings, release_of(built.settings))


def refused(result: GateResult) -> list[str]:
    return [r.sentence for r in result.failed(CRITICAL)]


def build_on_top(built: Built, folder: Path) -> Settings:
    """A project of one's own with the release of the default build, to build the next on."""
    settings = built.copy_to(folder)
    shutil.copytree(built.settings.publish_dir, settings.publish_dir, symlinks=True)
    return settings


def add_a_year(path: Path) -> None:
    """The last year of the registry once more as the next: 3 % lower, one large emitter 40 %."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    last = max(row["year"] for row in rows)
    fresh = []
    for row in rows:
        if row["year"] == last:
            factor = 0.6 if row["tax_id"] == FORMOSA else 0.97
            parts = {c: float(row[c] or 0) * factor for c in ("direct_tco2e", "indirect_tco2e")}
            told = {c: f"{value:.2f}" for c, value in parts.items()}
            total = f"{sum(float(text) for text in told.values()):.2f}"
            fresh.append({**row, **told, "year": str(int(last) + 1), "total_tco2e": total})
    assert len(fresh) > 50
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(rows[0]), lineterminator="\n").writerows(fresh)


def test_the_next_year_of_the_registry_is_published(built: Built, tmp_path: Path):
    settings = build_on_top(built, tmp_path)
    before = swap.current_release(settings.publish_dir)
    add_a_year(root_of(settings) / REGISTRY)
    done = run_cli(settings, "build")
    assert done.returncode == 0, done.stdout[-4000:]
    assert swap.current_release(settings.publish_dir) != before
    (found,) = query(
        settings.publish_dir / "warehouse.duckdb",
        "select observed from marts.dq_expectation_result where boundary = 'drift'"
        " and table_name = 'county_emissions' and expectation = 'next_total'"
        " and column_name = 'total_tco2e'",
    )
    assert found[0].startswith("2025 beside 2024: ")


# A row of a rule seed as a person would edit it, and what has to be built again.
CHANGED_RULES = {
    "threshold": (
        "seeds/rules/rule_threshold.csv",
        "climate:2:target_2030,26,pct,2024",
        "climate:2:target_2030,28,pct,2024",
    ),
    "assumption": (
        "seeds/sector_plan/rule_residential_parameter.csv",
        "electricity_factor,0.95,1,1.05",
        "electricity_factor,0.99,1,1.01",
    ),
}


def test_changed_rules_are_published_under_another_documented_variant(built: Built, tmp_path: Path):
    settings = build_on_top(built, tmp_path)
    before = swap.current_release(settings.publish_dir)
    for file, text, replacement in CHANGED_RULES.values():
        spoil(root_of(settings), file, text, replacement)
    done = run_cli(settings, "build", "--vars", "{gwp_set: AR6}")
    assert done.returncode == 0, done.stdout[-4000:]
    assert swap.current_release(settings.publish_dir) != before


def test_changed_rules_are_not_refused_beside_the_release(built: Built, tmp_path: Path):
    settings = built.copy_to(tmp_path)
    seeds = []
    for file, text, replacement in CHANGED_RULES.values():
        spoil(root_of(settings), file, text, replacement)
        seeds.append(Path(file).stem)
    done = run_dbt(settings, "build", "--select", *(f"{seed}+" for seed in seeds), *NO_TESTS)
    assert done.returncode == 0, done.stdout[-4000:]
    result = gate(settings, built)
    assert refused(result) == []
    drifted = [r for r in result.results if r.boundary == "drift"]
    reasons = {r.reason.partition("changed since that release: ")[2] for r in drifted}
    told = {seed for reason in reasons for seed in reason.split(", ") if seed}
    assert told <= set(seeds)


# Under AR6 the whole build is published above.
@pytest.mark.parametrize("gwp_set", ["SAR", "TAR", "AR4"])
def test_every_variant_of_potentials_is_not_refused(built: Built, tmp_path: Path, gwp_set: str):
    settings = copy_candidate(built.settings, tmp_path)
    chosen = ("--vars", f"{{gwp_set: {gwp_set}}}", "--select", "fac_gwp+")
    done = run_dbt(settings, "build", *chosen, *NO_TESTS)
    assert done.returncode == 0, done.stdout[-4000:]
    (used,) = query(settings.build_db, "select distinct gwp_set from marts.inventory_summary")
    assert used == (gwp_set,)
    assert refused(gate(settings, built)) == []


# What is done to a good candidate, and what the refusal names: table, column, words.
FAULTS = {
    "a total that doubles": (
        "update marts.industry_emissions set total_tco2e = 2 * total_tco2e where year = 2022",
        ("industry_emissions", "total_tco2e", "2022: "),
    ),
    "industries that no list knows": (
        "update marts.industry_emissions set unmapped_ratio = 0.03 where year = 2021",
        ("industry_emissions", "unmapped_beyond_limit", "dq36:max_unmapped"),
    ),
    "a county that vanishes": (
        "delete from marts.county_emissions where county_code = '64000'",
        ("county_emissions", "county_code", "vanished: 64000"),
    ),
    "a unit slip in one company's energy": (
        "update marts.fct_company_energy set total_energy_gj = 1000 * total_energy_gj"
        f" where tax_id = '{TSMC}' and year = 2024",
        ("fct_company_energy", "total_energy_gj", f"{TSMC} 台灣積體電路製造股份有限公司"),
    ),
    "the largest emitter gone": (
        f"delete from marts.fct_company_emissions where tax_id = '{FORMOSA}'",
        ("fct_company_emissions", "tax_id", FORMOSA),
    ),
    "tonnes of a fuel in kilograms": (
        "update marts.fct_industry_energy_use set tco2e = 1000 * tco2e where fuel_code = 'lpg'",
        ("fct_industry_energy_use", "t_per_gj_of_lpg", "unexpected"),
    ),
    "shares as ratios": (
        "update marts.fct_industry_power_flow set share_pct = share_pct / 100",
        ("fct_industry_power_flow", "shares_left_over", "unexpected"),
    ),
    "a sign lost": (
        "update marts.ind_national_energy set energy_gj = energy_gj / 1000",
        ("ind_national_energy", "energy_gj", "unexpected"),
    ),
    "certificates counted as emissions": (
        "update marts.inventory_summary set market_based_tco2e = 2 * tco2e",
        ("inventory_summary", "market_above", "unexpected"),
    ),
}


@pytest.fixture(scope="module")
def faulty(built: Built, tmp_path_factory: pytest.TempPathFactory) -> list[ExpectationResult]:
    """What the gate says of a candidate with every fault at once."""
    settings = copy_candidate(built.settings, tmp_path_factory.mktemp("faulty"))
    with duckdb.connect(str(settings.build_db)) as connection:
        for change, _ in FAULTS.values():
            connection.execute(change)
    return gate(settings, built).failed(CRITICAL)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_by_name(faulty: list[ExpectationResult], fault: str):
    table, column, words = FAULTS[fault][1]
    told = [r.sentence for r in faulty if (r.table_name, r.column_name) == (table, column)]
    assert any(words in sentence for sentence in told), told


def test_a_refused_difference_is_published_when_a_person_says_why(built: Built, tmp_path: Path):
    settings = build_on_top(built, tmp_path)
    with duckdb.connect(str(settings.build_db)) as connection:
        connection.execute("update marts.fct_coal_use set coal_t = 0.6 * coal_t")
    refusal = run_cli(settings, "gate")
    assert refusal.returncode == 1
    assert "--accept-drift" in refusal.stdout
    accepted = run_cli(settings, "gate", "--accept-drift", "coal was declared twice before")
    assert "critical: fct_coal_use" not in accepted.stdout
    assert "Accepted: coal was declared twice before" in accepted.stdout
