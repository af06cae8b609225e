"""Broken seeds: the build names file, line, column and value, skips what depends on them, and publishes nothing.

Belongs here: faults a person can make in a seed. Does not: faults of candidates and releases (test_gate, test_publish).
"""

import json
import shutil
from pathlib import Path

import pytest

from conftest import Built, run_cli, settings_in, tree_of
from orchestration.settings import ROOT

BOOK = "seeds/energy_audit/energy_audit_2022_"
FAULTS = {
    # file: (text, replacement, message)
    BOOK + "national_efficiency.csv": (
        "row_label,year,productivity,",
        "row_label,year,energy_productivity,",
        "seeds: energy_audit_2022_national_efficiency.csv, line 1, column \"productivity\": declared, but missing from the header;"
        " the header must be table_ref,row_label,year,productivity,intensity,industrial_productivity,industrial_intensity",
    ),
    BOOK + "fuel_use.csv": (
        "3.5-1,2021,electronics,2021,828,578,",
        "3.5-1,2021,electronics,2021,828,57B,",
        "seeds: energy_audit_2022_fuel_use.csv, line 21 (3.5-1 2021), column \"electricity\": \"57B\" is not a printed number;"
        " valid are e.g. 578, 1,343, 584.6, 21.6%",
    ),
    BOOK + "saving_rate.csv": (
        "3.9-4,2016,textiles,2016,1.7%,1.2%,0.0%,0.2%,1.0%,1.2%\n",
        "",
        "seeds: energy_audit_2022_saving_rate.csv, table 3.9-4: the row of 2016 is missing; the table prints 2012 to 2021",
    ),
    BOOK + "power_flow.csv": (
        "3.2,2013,all_users,2013,",
        "3.2,2012,all_users,2012,57.4%,11.9%,10.6%,2.1%,2.3%,4.7%,2.5%,1.4%,7.1%\n3.2,2013,all_users,2013,",
        "energy_audit_2022_power_flow: table_ref, row_label = 3.2, 2012 occurs 2 times, in lines 12, 13; it must be unique",
    ),
    BOOK + "column.csv": (
        "3.x-3,natural_gas,節天然氣 (千立方公尺),1000m3,",
        "3.x-3,natural_gas,節天然氣 (千立方公尺),1000 m3,",
        "seeds: energy_audit_2022_column.csv, line 62, column \"unit_code\": \"1000 m3\" is not in ref_unit.unit_code; valid are 1000m3, ",
    ),
    BOOK + "audit_total.csv": (
        "3.1,平均,all_users,,\"3,350\",",
        "3.1,平均,all_users,,,",
        "seeds: energy_audit_2022_audit_total.csv, line 12 (3.1 平均), column \"user_count\": empty, but the table prints a number here",
    ),
    "seeds/factors/fac_gwp.csv": (
        "AR5:n2o,n2o,n2o,AR5,265,",
        "AR5:n2o,n2o,n2o,AR5,two hundred,",
        "two hundred",
    ),
    "seeds/disclosures/open_data_report_field.csv": (
        "2024,58650902,2,預計達成淨零排放／碳中和年份,2050,",
        "2024,58650902,200,預計達成淨零排放／碳中和年份,2050,",
        "seeds: open_data_report_field.csv, line 3, column \"field_no\": \"200\" is not in ref_disclosure_field.field_no; valid are 1, 10, ",
    ),
    "seeds/disclosures/open_data_energy_revenue.csv": (
        "351642900000.00",
        "35164290OOOO.00",
        "35164290OOOO.00",
    ),
    "seeds/rules/rule_threshold.csv": (
        "climate:2:target_2030,23,pct,2022,2023,",
        "climate:2:target_2030,23,pct,2022,,",
        "seeds: rule_threshold.csv, climate:2:target_2030: the rows from 2022 and from 2024 are both in force in 2024; end the first with valid_to_year 2023",
    ),
    "seeds/energy_audit/cor_energy_audit_2022.csv": (
        "1.1,2009,energy_growth,0.49,2009,-0.49,sign,lost_sign",
        "1.1,2009,energy_growth,0.49,2009,-0.49,sign,no_such_reason",
        "seeds: cor_energy_audit_2022.csv, line 11, column \"reason_code\": \"no_such_reason\" is not in ref_explanation.explanation_code; valid are ",
    ),
}  # fmt: skip

# nothing that a plant states of itself rests on these seeds
WITHOUT_FACTORY = ("--exclude", "stg_own_plant__*+", "path:seeds/own_plant")


def copy_of_project(folder: Path) -> Path:
    copy = folder / "淨零 project"  # any directory name will do
    copy.mkdir()
    for name in ("dbt_project.yml", "profiles.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, copy)
    for name in ("models", "seeds", "macros", "tests", "orchestration"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def spoil(project: Path, file: str, text: str, replacement: str) -> None:
    path = project / file
    content = path.read_text(encoding="utf-8")
    assert content.count(text) == 1, f"{file}: the text to spoil stands there {content.count(text)} times"
    path.write_text(content.replace(text, replacement), encoding="utf-8", newline="\n")


@pytest.fixture(scope="module")
def broken(built: Built, tmp_path_factory: pytest.TempPathFactory):
    """One build of a project in which every seed of FAULTS is spoiled, beside a release that is already published."""
    folder = tmp_path_factory.mktemp("broken")
    settings = settings_in(folder)
    shutil.copytree(built.settings.publish_dir, settings.publish_dir, symlinks=True)
    before = tree_of(settings.publish_dir)
    project = copy_of_project(folder)
    for file, (text, replacement, _) in FAULTS.items():
        spoil(project, file, text, replacement)
    done = run_cli(settings, "build", *WITHOUT_FACTORY, root=project)
    return settings, done, before


def test_the_build_stops_and_the_release_stays(broken) -> None:
    settings, done, before = broken
    assert done.returncode != 0
    assert tree_of(settings.publish_dir) == before
    results = json.loads(settings.run_results.read_text(encoding="utf-8"))["results"]
    status = {r["unique_id"].split(".")[2]: r["status"] for r in results}
    assert status["stg_energy_audit__cell"] == "skipped"
    assert status["dq_reconciliation"] == "skipped"
    assert status["fct_industry_energy_use"] == "skipped"


@pytest.mark.parametrize("file", FAULTS)
def test_the_message_names_file_line_column_and_value(broken, file: str) -> None:
    _, done, _ = broken
    assert FAULTS[file][2] in done.stdout, done.stdout[-4000:]


def test_a_correction_whose_cell_changed_stops_the_build(built: Built, tmp_path: Path) -> None:
    """The guard of seeds/corrections: upstream prints another number, so the correction must be looked at again."""
    settings = settings_in(tmp_path)
    project = copy_of_project(tmp_path)
    spoil(project, BOOK + "national_economy.csv", ',0.49,"13,727,568",0.80,', ',-0.49,"13,727,568",0.80,')
    done = run_cli(settings, "build", "--select", "+corrections_match_the_printed_cells", root=project)
    assert done.returncode != 0
    assert (
        'cor_energy_audit_2022.csv: 1.1|2009|energy_growth was made for "0.49", the cell now prints "-0.49";'
        " review the correction or remove it"
    ) in done.stdout
    assert not (settings.publish_dir / "current").exists()


def test_an_undeclared_gwp_set_is_refused(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    project = copy_of_project(tmp_path)
    spoil(project, "dbt_project.yml", "gwp_set: AR5", "gwp_set: AR55")
    done = run_cli(settings, "build", root=project)
    assert done.returncode != 0
    assert "vars: gwp_set is 'AR55'; valid are SAR, TAR, AR4, AR5, AR6" in done.stdout
