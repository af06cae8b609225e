"""A second report year in the files is a second assessment beside the first.

Belongs here: headers whose years are data; made-up files of two years, landed and built, against
figures worked out by hand. Does not: other headers (test_landing_rules), the arithmetic of one
model (unit tests).
"""

from pathlib import Path

import duckdb
import pytest

from conftest import Built
from landing_case import Case, header_of
from project_copy import copy_candidate, run_dbt

SHEET = "corporate_disclosures/company_disclosures_wide_{}-05-01.csv"
ENERGY = "corporate_disclosures/company_energy_revenue_{}-05-01.csv"
# what rests on the two sheets, and no more
SELECTED = (
    "path:models/staging",
    "path:models/intermediate/releases",
    "path:models/intermediate/emissions",
    "path:models/intermediate/disclosures",
    "path:models/intermediate/climate_score",
    "path:models/marts/core",
    "path:models/marts/disclosures",
    "path:models/marts/climate_score",
)
PLEDGE = {"是否承諾淨零排放／碳中和": "2050淨零", "預計達成淨零排放／碳中和年份": "2050"}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_the_years_of_a_wide_file_are_those_of_its_header(case: Case):
    """A sheet about 2031 is one about 2031; no contract names a year."""
    columns = header_of("disclosure_sheet", 2031, range(2024, 2032))
    cells = ["2031的" if "2031" in name else "x" for name in columns[2:]]
    case.put(
        "corporate_disclosures/company_disclosures_wide_2032-05-01.csv",
        ",".join(columns) + "\n9000001,9901," + ",".join(cells) + "\n",
    )
    energy = header_of("energy_revenue", 2031, range(2029, 2032))
    case.put(
        "corporate_disclosures/company_energy_revenue_2032-05-01.csv",
        ",".join(energy) + "\n9901,公司,業,1,2,3,40,NA,60\n",
    )
    case.land()
    assert case.query("select distinct report_year from disclosure_sheet") == [(2031,)]
    assert case.query(
        "select field_name from disclosure_sheet where field_name like '%總能源使用量' order by 1"
    ) == [("2029年度總能源使用量",), ("2030年度總能源使用量",), ("2031年度總能源使用量",)]
    assert case.query("select year, energy_mj, revenue_twd from energy_revenue order by 1") == [
        (2029, 1.0, 40.0),
        (2030, 2.0, None),
        (2031, 3.0, 60.0),
    ]


@pytest.mark.parametrize(
    ("dataset", "file", "lost"),
    [
        ("disclosure_sheet", "company_disclosures_wide", "營收_2030"),
        ("disclosure_sheet", "company_disclosures_wide", "2026 碳排放量"),
        ("energy_revenue", "company_energy_revenue", "2030營收"),
        ("ghg_revenue", "company_ghg_revenue", "2029範疇二"),
    ],
)
def test_a_year_that_a_wide_file_lost_is_named(case: Case, dataset: str, file: str, lost: str):
    name = f"corporate_disclosures/{file}_2032-05-01.csv"
    years = range(2024 if dataset == "disclosure_sheet" else 2029, 2032)
    columns = [column for column in header_of(dataset, 2031, years) if column != lost]
    case.put(name, ",".join(columns) + "\n" + ",".join(["9000001"] * len(columns)) + "\n")
    assert case.refusal().startswith(f'{name}: column "{lost}" missing (found: ')


def sheet_of(year: int, short_name: str, cells: dict[str, str]) -> str:
    """The wide sheet about `year` with one company."""
    columns = header_of("disclosure_sheet", year, range(2028, year + 1))
    named = {"統一編號": "12345675", "公司代號": "9901", "公司簡稱": short_name, **cells}
    return ",".join(columns) + "\n" + ",".join(named.get(name, "") for name in columns) + "\n"


def energy_of(year: int, gj: list[float]) -> str:
    """Energy of three years at a revenue of one million TWD each."""
    columns = header_of("energy_revenue", year, range(year - 2, year + 1))
    figures = [str(value * 1000) for value in gj] + ["1000000"] * 3
    return ",".join(columns) + "\n_12345675,公司,業," + ",".join(figures) + "\n"


def test_two_report_years_are_two_assessments(case: Case, tmp_path: Path, built: Built) -> None:
    """2031: 1000 -> 810 GJ in two years is 10 % a year, no pledge. 2032: 900 -> 900 GJ, a pledge.

    Indicator 1 becomes met, 3 is met no longer; the score of axis 5 falls from 3 to 0. The newer
    sheet says 640 GJ of 2031: the assessment of 2031 stays as it was.
    """
    case.put(SHEET.format(2032), sheet_of(2031, "甲", {"是否承諾淨零排放／碳中和": "無"}))
    case.put(SHEET.format(2033), sheet_of(2032, "甲", PLEDGE))
    case.put(ENERGY.format(2032), energy_of(2031, [1000, 950, 810]))
    case.put(ENERGY.format(2033), energy_of(2032, [900, 640, 900]))
    case.land()
    settings = copy_candidate(built.settings, tmp_path)
    done = run_dbt(
        settings, "run", "--select", *SELECTED,
        NETZERO_DATA="landed", NETZERO_LANDED=str(case.landed),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
    with duckdb.connect(str(settings.build_db), read_only=True) as found:
        assert found.sql(
            "select report_year, indicator_no, status, round(value, 6)"
            " from marts.ind_company_climate where indicator_no in (1, 3) order by 1, 2"
        ).fetchall() == [
            (2031, 1, "not_met", None),
            (2031, 3, "met", 10.0),
            (2032, 1, "met", 2050.0),
            (2032, 3, "not_met", 0.0),
        ]
        assert found.sql(
            "select report_year, met_count, radar_5, previous_report_year, became_met,"
            " no_longer_met, met_count_change, radar_5_change"
            " from marts.company_scorecard order by 1"
        ).fetchall() == [
            (2031, 1, 3, None, None, None, None, None),
            (2032, 1, 0, 2031, "1", "3", 0, -3),
        ]
        assert found.sql(
            "select report_year, first_year, last_year, round(annual_improvement_ratio, 6)"
            " from marts.ind_company_energy_efficiency order by 1"
        ).fetchall() == [(2031, 2029, 2031, 0.1), (2032, 2030, 2032, 0.0)]
        for mart, rows in {"company_radar": 6, "ind_company_target_2030": 1}.items():
            assert found.sql(
                f"select report_year, count(*) from marts.{mart} group by 1 order by 1"
            ).fetchall() == [(2031, rows), (2032, rows)]
