"""The landing on the files that publishers really published: NETZERO_LANDING, or ../shared/landing.

Belongs here: counts and values that can be counted in those files without our code. Does not:
made-up files. Fails where the folder is absent and CI is set; skips elsewhere.
"""

import csv
import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from conftest import LANDING
from landing_case import Case
from orchestration import landing
from orchestration.landing import contract as contracts

# file: data rows, and how many of them are quarantined. Counted with the csv module, by hand for
# the blank lines.
EXPECTED = {
    "air_pollutants_by_company_year/air_pollutants_2009_2023.csv": (40226, 0),
    "company_basics/all_markets_2024-08-23.csv": (2088, 0),
    "company_basics/t187ap03_L_2025-03-10.csv": (1036, 0),
    "company_basics/t187ap03_L_2026-07.json": (1089, 0),
    "company_basics/t187ap03_O_2025-03-10.csv": (831, 0),
    "company_basics/t187ap03_O_2026-07.json": (891, 0),
    "corporate_disclosures/company_disclosures_wide.csv": (287, 0),
    "corporate_disclosures/company_energy_revenue.csv": (173, 0),
    "corporate_disclosures/company_ghg_revenue.csv": (334, 0),
    "corporate_disclosures/report_field_extractions.csv": (12482, 0),
    "energy_indicators/energy_indicators_annual_2024-08-16.csv": (21, 0),
    "etf_holdings/esg_fund_holdings_115Q2.csv": (1680, 0),
    "etf_holdings/esg_fund_list.csv": (52, 0),
    "etf_holdings/etf_holdings_115q2.csv": (3506, 0),
    "etf_holdings/fund_list_2025-11.csv": (53, 0),
    "fuel_coal_by_company_year/company_coal_by_year_2020_2025.csv": (174, 1),
    "fuel_coal_by_plant_year/plant_coal_by_year_2020_2025.csv": (98, 0),
    "green_initiatives/initiatives_2025-11.csv": (191, 0),
    "income_statements/income_annual_2024-11-17.csv": (7038, 8),
    "moenv_ghg_p_01/ghg_p_01_2022-07-01.csv": (2301, 0),
    "moenv_ghg_p_01/ghg_p_01_2022-08-04.csv": (2301, 0),
    "moenv_ghg_p_01/ghg_p_01_2023-06-16.csv": (2590, 0),
    "moenv_ghg_p_01/ghg_p_01_2024-06-04.csv": (3140, 0),
    "moenv_ghg_p_02/ghg_p_02_2024-08-16.csv": (32, 0),
    "moenv_ghg_registry/plant_emissions_roc104_113.csv": (3674, 0),
    "monthly_revenue/t187ap05_L_2023-10-05.csv": (984, 0),
    "monthly_revenue/t187ap05_L_2025-08-22.csv": (1048, 0),
    "plant_coordinates/plant_coords_top10_emitters_69.csv": (69, 0),
    "sbti_companies/companies_2023-08-06.xlsx": (5728, 0),
    "sbti_companies/companies_2026-05-07.xlsx": (14612, 0),
    "twse_esg_disclosures/溫室氣體排放/2021_上櫃_溫室氣體排放.csv": (12, 0),
    "twse_esg_disclosures/溫室氣體排放/2021_溫室氣體排放.csv": (982, 0),
    "twse_esg_disclosures/溫室氣體排放/2022_上櫃_溫室氣體排放.csv": (12, 0),
    "twse_esg_disclosures/溫室氣體排放/2022_溫室氣體排放.csv": (997, 0),
    "twse_esg_disclosures/溫室氣體排放/2023_上櫃_溫室氣體排放.csv": (820, 0),
    "twse_esg_disclosures/溫室氣體排放/2023_溫室氣體排放.csv": (1014, 0),
    "twse_esg_disclosures/能源管理/2021_上櫃_能源管理.csv": (12, 0),
    "twse_esg_disclosures/能源管理/2021_能源管理.csv": (982, 81),
    "twse_esg_disclosures/能源管理/2022_上櫃_能源管理.csv": (12, 0),
    "twse_esg_disclosures/能源管理/2022_能源管理.csv": (997, 114),
    "twse_esg_disclosures/能源管理/2023_上櫃_能源管理.csv": (819, 0),
    "twse_esg_disclosures/能源管理/2023_能源管理.csv": (1014, 0),
}


@pytest.fixture(scope="module")
def real(landed_folder: Path) -> Case:
    """Everything landed once."""
    case = Case(landed_folder)
    case.landing = LANDING
    return case


def table(name: str) -> list[dict[str, str]]:
    text = (LANDING / name).read_bytes().decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if any(row)]
    start = 1 if len(rows[0]) == 2 and "報告年度" in rows[0][0] else 0
    return [dict(zip(rows[start], row, strict=False)) for row in rows[start + 1 :]]


def counted(name: str) -> int:
    """Data rows of a file, counted without our code."""
    path = LANDING / name
    if path.suffix == ".json":
        return len(json.loads(path.read_text(encoding="utf-8")))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            sheet = next(n for n in book.namelist() if n.startswith("xl/worksheets/sheet"))
            return book.read(sheet).count(b"<row ") - 1
    return len(table(name))


def test_every_file_lands_with_every_row(real: Case):
    found = real.query(
        "select file_name, landed_count, accepted_count, quarantined_count from _files"
    )
    assert {name: (landed, quarantined) for name, landed, _, quarantined in found} == EXPECTED
    assert [row for row in found if row[1] != row[2] + row[3]] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_the_expected_counts_are_those_of_the_files(real: Case, name: str):
    assert counted(name) == EXPECTED[name][0]


def test_what_is_written_is_what_was_counted(real: Case):
    """Rows in the Parquet files, by distinct source row, equal what _files says was accepted."""
    for dataset in {c.dataset for c in contracts.load_all()} & {
        r[0] for r in real.query("select dataset from _files")
    }:
        written = real.query(
            f"select source_release_key, count(distinct row_number) from {dataset} group by 1"
        )
        said = real.query(
            f"select source_release_key, accepted_count from _files where dataset = '{dataset}'"
        )
        assert sorted(written) == sorted(said), dataset
    assert real.query("select count(*) from _quarantine") == [(204,)]


def test_ghg_p_01_keeps_every_plant_and_tonne_of_every_vintage(real: Case):
    for day in ("2022-07-01", "2022-08-04", "2023-06-16", "2024-06-04"):
        rows = [
            {k.lower(): v for k, v in r.items()}
            for r in table(f"moenv_ghg_p_01/ghg_p_01_{day}.csv")
        ]
        tonnes = Counter()
        for row in rows:
            tonnes[int(row["app_year"]) + 1911] += float(row["tot"])
        sql = f"select year, sum(total_tco2e) from ghg_p_01 where vintage_date = '{day}' group by 1"
        found = dict(real.query(sql))
        assert found.keys() == tonnes.keys()
        assert all(abs(found[year] - tonnes[year]) < 0.01 for year in tonnes)
        seven = sum(len(row["companyno"]) == 7 for row in rows)
        sql = (
            f"select count(*) from ghg_p_01 where vintage_date = '{day}' and length(tax_id) = 8"
            " and tax_id like '0%'"
        )
        assert seven in (0, 392) and real.query(sql)[0][0] >= seven


def test_repairs_are_those_that_were_counted_by_hand(real: Case):
    sql = (
        "select source_release_key, repair, repair_count from _repairs where dataset = 'ghg_p_01'"
        " and column_name = 'tax_id'"
    )
    assert sorted(row[1:] for row in real.query(sql)) == [("leading_zero_restored", 392)] * 2
    rows = table("moenv_ghg_registry/plant_emissions_roc104_113.csv")
    sql = (
        "select repair, repair_count from _repairs where dataset = 'ghg_registry'"
        " and column_name = 'tax_id'"
    )
    assert (
        real.query(sql)
        == [("tab_stripped", sum(row["事業統編"].startswith("\t") for row in rows))]
        == [("tab_stripped", 491)]
    )
    lower = sum(row["管制編號"] != row["管制編號"].upper() for row in rows)
    sql = (
        "select repair, repair_count from _repairs where dataset = 'ghg_registry'"
        " and column_name = 'control_no'"
    )
    assert real.query(sql) == [("upper_cased", lower)]


def test_the_coal_total_is_not_a_company(real: Case):
    """25.76 million tonnes stand in a row without a name (DATA_QUALITY, rule 19)."""
    sql = (
        "select rule_code, raw_row like '%25,761,147.10%' from _quarantine"
        " where dataset = 'coal_company'"
    )
    assert real.query(sql) == [("DQ19", True)]
    total = sum(
        float((row["2024"] or "0").replace(",", ""))
        for row in table(next(n for n in EXPECTED if "company_coal" in n))
        if row["公司"]
    )
    assert real.query("select round(sum(coal_t), 2) from coal_company where year = 2024") == [
        (round(total, 2),)
    ]


def test_readings_of_reports_are_kept_as_written(real: Case):
    """Every cell of the long file; only an empty one is null."""
    rows = table("corporate_disclosures/report_field_extractions.csv")
    names = (
        "report_year, company_code, short_name, field_no, field_name, value_text, unit_text, note,"
        " page, read_on"
    )
    found = real.query(f"select {names} from report_fields order by row_number")
    as_text = [tuple("" if cell is None else str(cell) for cell in row) for row in found]
    assert as_text == [tuple(row.values()) for row in rows]
    assert sum("\n" in row["補充說明"] for row in rows) == 120
    sql = "select count(*) from report_fields where value_text = 'NA'"
    assert real.query(sql) == [(sum(row["欄位數值"] == "NA" for row in rows),)]


def test_the_disclosure_sheet_is_every_cell_of_it(real: Case):
    rows = table("corporate_disclosures/company_disclosures_wide.csv")
    expected = {
        (row["統一編號"], name): text for row in rows for name, text in list(row.items())[6:]
    }
    found = real.query(
        "select tax_id, field_name, coalesce(value_text, ''), report_year from disclosure_sheet"
    )
    assert len(found) == 287 * 94 and {row[3] for row in found} == {2024}
    assert {row[:2]: row[2] for row in found} == expected
    listed = sum(row["公司代號"] != "非上市櫃" for row in rows)
    assert (
        real.query("select count(distinct stock_code) from disclosure_sheet")
        == [(listed,)]
        == [(160,)]
    )


@pytest.mark.parametrize(
    ("file", "unit", "errors", "quantities"),
    [
        ("energy", "twd", 14, {"年度總能源使用量": "energy_mj"}),
        ("ghg", "twd1m", 177, {"範疇一": "scope1_tco2e", "範疇二": "scope2_tco2e"}),
    ],
)
def test_revenue_that_a_spreadsheet_failed_to_find(
    real: Case, file: str, unit: str, errors: int, quantities: dict
):
    """An error token in place of revenue is null and counted under DQ17.

    Its row is there, with its quantities; the years of the headers are rows.
    """
    dataset, years, revenue = f"{file}_revenue", (2022, 2023, 2024), f"revenue_{unit}"
    rows = table(f"corporate_disclosures/company_{dataset}.csv")
    failed = [sum(row[f"{year}營收"].startswith("#") for row in rows) for year in years]
    assert failed == 3 * [errors]
    sql = (
        f"select column_name, repair, repair_count from _repairs where dataset = '{dataset}'"
        " and rule_code = 'DQ17'"
    )
    assert real.query(sql) == [(revenue, "null_token", sum(failed))]
    for source, column in {"營收": revenue, **quantities}.items():
        found = real.query(f"select {column} from {dataset} order by row_number, year")
        texts = [
            None if text in {"NA", "#N/A", "#VALUE!"} else text.replace(",", "")
            for row in rows
            for text in (row[f"{year}{source}"] for year in years)
        ]
        assert [row[0] for row in found] == [text and float(text) for text in texts]


def test_the_electricity_factor_is_missing_where_it_is_zero(real: Case):
    sql = (
        "select year, electricity_factor_kgco2e_per_kwh from energy_indicators"
        " where year in (2003, 2004, 2005, 2023) order by 1"
    )
    assert real.query(sql) == [(2003, None), (2004, None), (2005, 0.555), (2023, 0.494)]


def test_companies_of_three_kinds_of_file_are_alike(real: Case):
    sql = (
        "select market_code, count(*), count(tax_id), min(length(tax_id)), count(founded_on)"
        " from company_basics group by 1 order by 1"
    )
    assert [row[:2] for row in real.query(sql)] == [("listed", 2125), ("otc", 1722)]
    assert {row[3] for row in real.query(sql)} == {8}
    assert real.query("select distinct tax_id from company_basics where stock_code = '2330'") == [
        ("22099131",)
    ]


def test_no_person_is_in_any_output(real: Case):
    """Names of chairmen and accountants of the real files, against every column of all our rows."""
    persons = {
        row[column]
        for row in table("company_basics/t187ap03_L_2025-03-10.csv")
        for column in ("董事長", "簽證會計師1")
    }
    persons = {p.strip() for p in persons if len(p.strip()) == 3} - {"不適用", "洽談中"}
    assert len(persons) > 900
    texts = real.query(
        "select distinct coalesce(columns(*exclude (vintage_date, retrieved_at, row_number))"
        "::varchar, '') from company_basics"
    )
    cells = {cell for row in texts for cell in row}
    assert cells & persons == set()
    kept = [p for p in (real.landed / "_archive").iterdir() if p.name.endswith(".csv")]
    assert len(kept) == 4
    for path in kept:
        with path.open(encoding="utf-8", newline="") as file:
            assert {cell for row in csv.reader(file) for cell in row} & persons == set()


def test_landing_them_again_changes_nothing(real: Case):
    before = {p: p.stat().st_mtime_ns for p in real.landed.rglob("*") if p.is_file()}
    lines: list[str] = []
    assert landing.run(LANDING, real.landed, say=lines.append) == 0
    assert sum("already landed" in line for line in lines) == len(EXPECTED)
    changed = [
        p.name
        for p in real.landed.rglob("*")
        if p.is_file() and before.get(p) != p.stat().st_mtime_ns
    ]
    assert changed in ([], [".landing.lock"])
