"""What lands: columns, types, provenance, repairs; and which columns never do.

Belongs here: the content of made-up files that are accepted. Does not: refusals
(test_landing_rules), second runs, crashes and the command (test_landing_life).
"""

import hashlib
import io
import os
from datetime import date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from landing_case import EXTRACTS, Case
from orchestration.landing import contract as contracts

GHG = "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"
PERSONS = ("章測", "person@example.com", "02-0000-0000")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


@pytest.mark.parametrize("era", ["2021-09", "2022-08", "2023-06"])
def test_the_eras_of_ghg_p_01_become_the_same_columns(case: Case, era: str):
    case.extract(GHG, f"ghg_p_01_{era}.csv")
    case.land()
    assert case.query("select era, encoding, landed_count from _files") == [(era, "utf-8-sig", 3)]
    assert case.query(
        "select year, tax_id, control_no, co2_tco2e, nf3_tco2e, indirect_tco2e, direct_tco2e,"
        " total_tco2e from ghg_p_01"
    ) == [
        (2013, "12345678", "X1000001", 100.5, None, 10.0, None, 113.5),
        (2013, "01234567", "X1000002", 200.0, 0.0, 20.0, None, 223.0),
        (2014, None, "X1000003", 300.0, 0.0, 30.0, None, 333.0),
    ]
    assert case.repairs() == {
        ("DQ09", "tax_id", "leading_zero_restored"): 1,
        ("DQ09", "tax_id", "all_zero_is_null"): 1,
        ("DQ09", "tax_id", "check_digit_wrong"): 2,
        ("DQ10", "control_no", "upper_cased"): 1,
        ("DQ16", "nf3_tco2e", "null_token"): 1,
    }


def test_the_newest_era_has_direct_emissions_and_no_gases(case: Case):
    case.extract(GHG, "ghg_p_01_2025.csv")
    case.land()
    assert case.query(
        "select tax_id, direct_tco2e, indirect_tco2e, total_tco2e, co2_tco2e from ghg_p_01"
    ) == [("12345678", 103.5, 10.0, 113.5, None)]


def test_every_row_says_where_it_comes_from(case: Case):
    path = case.extract(GHG, "ghg_p_01_2022-08.csv")
    path.with_name(path.name + ".meta.yml").write_text(
        "retrieved_at: 2030-05-02\nurl: 'https://example.org/ghg'\n"
    )
    os.utime(path, (0, 0))
    case.land()
    sha = hashlib.sha256(path.read_bytes()).hexdigest()
    key = f"ghg_p_01:2030-05-01:{sha[:8]}"
    rows = case.query(
        "select source_release_key, vintage_date, retrieved_at, file_name, file_sha256, row_number"
        " from ghg_p_01 order by 6"
    )
    assert rows == [(key, date(2030, 5, 1), date(2030, 5, 2), GHG, sha, n) for n in (1, 2, 3)]
    assert case.parquets() == [f"ghg_p_01/2030-05-01_{sha[:8]}.parquet"]
    assert case.query("select source_release_key, url, licence, archived_as from _files") == [
        (key, "https://example.org/ghg", "OGDL-Taiwan-1.0", sha)
    ]
    assert (case.landed / "_archive" / sha).read_bytes() == path.read_bytes()


def test_the_time_of_the_file_is_not_evidence(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv")
    case.land()
    assert case.query("select distinct retrieved_at from ghg_p_01") == [(None,)]


def test_types_are_the_declared_ones_even_where_a_column_is_empty(case: Case):
    case.extract(GHG, "ghg_p_01_2025.csv")
    case.land()
    types = dict(
        r[:2]
        for r in case.query(
            "select column_name, column_type from (describe select * from ghg_p_01)"
        )
    )
    assert (
        types["co2_tco2e"] == "DOUBLE"
        and types["year"] == "INTEGER"
        and types["tax_id"] == "VARCHAR"
    )
    assert (
        types["vintage_date"] == types["retrieved_at"] == "DATE"
        and types["row_number"] == "INTEGER"
    )


def test_big5_is_recognised_and_recorded(case: Case):
    text = (EXTRACTS / "ghg_registry.csv").read_text(encoding="utf-8")
    case.put(
        "moenv_ghg_registry/plant_emissions_roc104_104.csv",
        ("匯出時間,119年\n" + text).encode("big5"),
    )
    case.land()
    assert case.query("select encoding, vintage_date from _files") == [("big5", date(2016, 12, 31))]
    assert case.query(
        "select year, facility_name, tax_id, direct_tco2e, indirect_tco2e, industry_name"
        " from ghg_registry"
    ) == [
        (2015, "甲乙化工股份有限公司一廠", "01234567", 1234.5, 2000.0, "化學原材料製造業"),
        (2015, "丙丁鋼鐵股份有限公司", "12345678", 10.0, None, None),
    ]
    assert case.repairs() == {
        ("DQ05", "industry_name", "cut_off_cell_is_null"): 1,
        ("DQ09", "tax_id", "tab_stripped"): 1,
        ("DQ09", "tax_id", "check_digit_wrong"): 2,
        ("DQ16", "facility_name", "padding_stripped"): 1,
        ("DQ16", "direct_tco2e", "thousands_comma_removed"): 1,
        ("DQ16", "indirect_tco2e", "thousands_comma_removed"): 1,
        ("DQ16", "total_tco2e", "thousands_comma_removed"): 1,
    }


def test_title_line_guards_and_line_breaks(case: Case):
    folder = "twse_esg_disclosures/溫室氣體排放/"
    case.extract(folder + "2022_溫室氣體排放.csv", "esg_ghg_2022.csv")
    case.extract(folder + "2023_上櫃_溫室氣體排放.csv", "esg_ghg_2023.csv")
    case.land()
    assert case.query(
        "select report_year, market_code, stock_code, scope1_tco2e, scope1_boundary,"
        " scope2_tco2e, scope2_text,"
        " scope2_assurance, intensity_value, intensity_unit_text from twse_esg_ghg order by 1, 3"
    ) == [
        (
            2022,
            "listed",
            "0901",
            1234.5,
            "一廠\n二廠",
            None,
            "無，無統計相關數據",
            None,
            None,
            "產品",
        ),
        (2022, "listed", "0902", 5.0, "母公司", 6.0, "6.0000", None, 0.5, "產品"),
        (2023, "otc", "0901", 1300.0, "母公司", None, "N/A", None, None, "公噸CO₂e/百萬元營業額"),
    ]
    guards = (
        "select sum(repair_count) from _repairs where repair = 'guard_removed'"
        " and column_name = 'stock_code'"
    )
    assert case.query(guards) == [(3,)]
    assert case.query("select era, vintage_date from _files order by 1") == [
        ("2021", date(2023, 11, 30)),
        ("2023", date(2024, 11, 30)),
    ]


def test_a_share_with_a_percent_sign_becomes_a_ratio(case: Case):
    case.extract("twse_esg_disclosures/能源管理/2022_能源管理.csv", "esg_energy_2022.csv")
    case.land()
    assert case.query(
        "select renewable_share_ratio, renewable_share_text from twse_esg_energy"
        " order by stock_code"
    ) == [
        (0.006, "0.0060"),
        (0.06, "6.0000%"),
    ]


def test_year_columns_become_rows_of_the_same_source_row(case: Case):
    case.extract("fuel_coal_by_plant_year/plant_coal_by_year_2020_2021.csv", "coal_plant.csv")
    case.land()
    assert case.query(
        "select control_no, year, coal_t, row_number, tax_id from coal_plant order by 1, 2"
    ) == [
        ("X1000001", 2020, 100.0, 1, "01234567"),
        ("X1000001", 2021, 200.0, 1, "01234567"),
    ]
    assert case.quarantine() == [(2, "DQ16", "用煤量2021", "－5")]
    assert case.query("select landed_count, accepted_count from _files") == [(2, 1)]


def test_null_tokens_commas_and_the_sign_of_absorption(case: Case):
    case.extract("moenv_ghg_p_02/ghg_p_02_2030-05-01.csv", "ghg_p_02.csv")
    case.land()
    assert case.query(
        "select year, co2_kt, hfcs_kt, pfcs_kt, absorption_kt from ghg_p_02 order by 1"
    ) == [
        (1990, 100000.0, None, None, -20000.0),
        (1991, 100500.0, 1.0, None, -20000.0),
    ]


def test_a_zero_that_means_missing(case: Case):
    era = next(c for c in contracts.load_all() if c.dataset == "energy_indicators").eras[0]
    rows = [[str(year), *["0"] * (len(era.map) - 1)] for year in range(2003, 2006)]
    case.put(
        "energy_indicators/energy_2030-05-01.csv",
        "".join(",".join(row) + "\n" for row in [era.map, *rows]),
    )
    case.land()
    assert (
        case.query("select electricity_factor_kgco2e_per_kwh, line_loss_pct from energy_indicators")
        == [(None, 0.0)] * 3
    )
    assert case.repairs()["DQ20", "electricity_factor_kgco2e_per_kwh", "zero_is_missing"] == 3


def test_months_money_and_percent(case: Case):
    case.extract("monthly_revenue/t187ap05_L_2030-05-20.csv", "monthly_revenue.csv")
    case.extract("etf_holdings/fund_list_2030-01.csv", "fund_list.csv")
    case.extract("fuel_declaration/fuel_declaration_2030-05-01.csv", "fuel_declaration.csv")
    case.land()
    assert case.query(
        "select report_date, period, revenue_twd1000, year_change_pct, note from monthly_revenue"
    ) == [
        (date(2030, 5, 17), date(2030, 4, 1), -10.0, None, None),
        (date(2030, 5, 17), date(2030, 4, 1), 10.0, 100.0, "客戶需求增加"),
    ]
    assert case.query("select market_value_twd1m, vintage_date from fund_list") == [
        (1389.0, date(2030, 1, 31)),
        (12.0, date(2030, 1, 31)),
    ]
    assert case.query("select sum(quantity), count(distinct quarter) from fuel_declaration") == [
        (1007.5, 2)
    ]


@pytest.mark.parametrize("vintage", ["2023-08-06", "2026-05-07"])
def test_both_workbooks_of_sbti(case: Case, vintage: str):
    era = next(c for c in contracts.load_all() if c.dataset == "sbti_companies").eras[
        vintage != "2023-08-06"
    ]
    given = {
        "company_name": "Made Up Ltd ",
        "isin": "N/A",
        "near_term_target_year": "FY2030" if era.types else 2030.0,
        "sbti_id": 40000001.0,
        "date_published": "01/02/2022",
        "date_updated": datetime(2025, 9, 18, 1, 0),
    }
    book = openpyxl.Workbook()
    book.active.append([*era.map, None, None])
    book.active.append([given.get(targets[0]) for targets in era.map.values()])
    content = io.BytesIO()
    book.save(content)
    case.put(f"sbti_companies/companies_{vintage}.xlsx", content.getvalue())
    case.land()
    row = case.query(
        "select sbti_id, company_name, isin, near_term_target_year, date_published, date_updated"
        " from sbti_companies"
    )
    if era.types:
        assert row == [(None, "Made Up Ltd", None, "FY2030", date(2022, 2, 1), None)]
    else:
        assert row == [("40000001", "Made Up Ltd", None, "2030", None, date(2025, 9, 18))]


def test_persons_are_dropped_at_the_door(case: Case):
    """Not in rows, quarantine, log, archive or on the screen; the rest of the file is kept."""
    case.extract("company_basics/t187ap03_L_2030-05-01.csv", "t187ap03_L.csv")
    case.extract("company_basics/t187ap03_O_2030-05-01.json", "t187ap03_O.json")
    case.land()
    assert [q[1:] for q in case.quarantine()] == [("DQ16", "實收資本額", "不詳")]
    assert case.query(
        "select market_code, stock_code, tax_id, country_code, founded_on, report_date"
        " from company_basics order by 2"
    ) == [
        ("otc", "9801", "32345678", "KY 開曼群島", date(2001, 1, 1), date(2030, 5, 1)),
        ("listed", "9901", "12345678", None, date(1987, 2, 21), date(2030, 5, 1)),
        ("listed", "9902", None, None, date(1987, 2, 21), date(2030, 5, 1)),
    ]
    columns = "".join(r[0] for r in case.query("select raw_row from _quarantine"))
    seen = [
        case.printed,
        columns,
        *(p.read_bytes().decode("utf-8", "replace") for p in case.landed.rglob("*") if p.is_file()),
    ]
    for path in case.landed.rglob("*.parquet"):  # compressed, so read and not searched
        with duckdb.connect() as connection:
            seen.append(str(connection.execute(f"select * from '{path}'").fetchall()))
    assert [p for p in PERSONS if any(p in text for text in seen)] == []
    assert all(p in (EXTRACTS / "t187ap03_L.csv").read_text(encoding="utf-8") for p in PERSONS)
    assert {r[0][64:] for r in case.query("select archived_as from _files")} == {
        ".without_personal_columns.csv"
    }
    for kept in (case.landed / "_archive").iterdir():
        assert "股份有限公司" in kept.read_text(encoding="utf-8") and "事務所" in kept.read_text(
            encoding="utf-8"
        )
