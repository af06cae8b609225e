"""The observatory's disclosure sheets, landed.

287 companies, 170 with a report. Figures counted in the files themselves, by Python's csv.

Belongs here: disclosures and what is judged from them, on the real files. Does not: reading the
files (test_landing*), other data (test_landed_build).
"""

import csv
from collections import Counter

import duckdb
import pytest

from conftest import LANDING


def rows(landed: duckdb.DuckDBPyConnection, sql: str) -> list[tuple]:
    return landed.execute(sql).fetchall()


def sheet(path: str) -> list[dict[str, str]]:
    with (LANDING / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def wide(landed) -> list[dict[str, str]]:
    return sheet("corporate_disclosures/company_disclosures_wide.csv")


@pytest.fixture(scope="module")
def form(landed) -> list[dict[str, str]]:
    return sheet("corporate_disclosures/report_field_extractions.csv")


def test_every_company_has_ten_indicators_and_six_axes(landed, wide) -> None:
    """287 rows of the sheet.

    117 are blank: those companies are not assessed, except where their energy or their SBTi
    standing is known.
    """
    blank = sum(1 for row in wide if not row["是否設定中期溫室氣體絕對減量目標"])
    assert (len(wide), blank) == (287, 117)
    assert rows(
        landed, "select count(*), count(distinct tax_id) from marts.ind_company_climate"
    ) == [(2870, 287)]
    assert rows(landed, "select count(*) from marts.company_radar") == [(1722,)]
    assert rows(
        landed,
        "select count(*) from marts.ind_company_climate where indicator_no = 7 and status = "
        "'not_assessed'",
    ) == [(blank,)]
    assert rows(
        landed,
        "select entity_count, expected_count from marts.dq_coverage where dataset = "
        "'report_fields'",
    ) == [(287 - blank, 287)]


def test_the_large_user_duty_is_met_where_the_reader_says_so(landed, form) -> None:
    """Field 46 is TRUE or empty; the group report of 長春 or 美光 counts for no company by itself."""
    said = sum(1 for r in form if r["欄位編號"] == "46" and r["欄位數值"] == "TRUE")
    assert said == 38
    assert rows(
        landed,
        "select count(*) from marts.ind_company_climate where indicator_no = 5 and status = 'met'",
    ) == [(said,)]


def test_values_of_the_form_are_kept_and_converted(landed, form) -> None:
    """Every numeric total energy in MJ of the form, divided by a thousand, stands in the fact
    table.
    """
    found = dict(
        rows(
            landed,
            "select value_text, value_number from marts.fct_company_disclosure where field_code = "
            "'total_energy' and source_kind_code = 'form'",
        )
    )
    checked = 0
    for row in form:
        text = row["欄位數值"]
        if (
            row["欄位編號"] == "34"
            and row["公司代碼"] not in ("長春集團", "美光集團")
            and text not in ("NA", "")
        ):
            assert found[text] == pytest.approx(float(text.replace(",", "")) / 1000, rel=1e-9), row[
                "公司簡稱"
            ]
            checked += 1
    assert checked == 166


def test_unit_errors_are_found_and_kept(landed) -> None:
    """Four total energies a thousand times too large.

    榮成 2023, 景碩 2023 (beside their other years), 台榮 2024, 凌巨 2024 (by physics).
    """
    assert rows(
        landed,
        "select tax_id, year, total_energy_gj, suggested_total_energy_gj from "
        "marts.fct_company_energy where is_unit_error order by 1",
    ) == [
        ("03543210", 2024, 516987320.0, 516987.32),
        ("16432742", 2024, 879046361.3, 879046.3613),
        ("34202841", 2023, 25015776120.0, 25015776.12),
        ("70785139", 2023, 1696321684.0, 1696321.684),
    ]
    # MWh stored as kWh, and GJ or worse in the sheet; the form is right in each of the seven
    conflicts = rows(
        landed,
        "select entity_key from marts.dq_findings where rule_code = 'RD04' and column_name = "
        "'electricity' order by 1",
    )
    assert [c[0] for c in conflicts] == [
        "03084741", "22099218", "28112646", "43816068", "47255947", "84149738", "89390656",
    ]  # fmt: skip
    # an amount in TWD formatted as a percentage
    assert rows(
        landed,
        "select entity_key, raw_value from marts.dq_findings where dataset = 'disclosure_sheet' "
        "and column_name = 'low_carbon_revenue'",
    ) == [("11384806", "5740000000000%")]
    # coal in GJ stored as tonnes: 中鋼's 177,098,607 t are the heat of its coal
    (suggested,) = rows(
        landed,
        "select suggested_value::double from marts.dq_findings where rule_code = 'DQ22' and "
        "column_name = 'coal_use' and entity_key = '30414175'",
    )
    assert suggested[0] == pytest.approx(177098607 / 24.660252, rel=1e-6)


def test_the_sheet_lost_the_decimals_of_the_renewable_share(landed, wide, form) -> None:
    """The sheet's column is 0 or 1 for all, the form says up to 100 %.

    That is one finding; a conflict is only what rounding to a whole cannot explain.
    """
    assert Counter(r["再生能源使用佔總發電量（百分比）"] for r in wide) == {
        "0": 161,
        "": 117,
        "NA": 8,
        "1": 1,
    }
    (count,) = rows(
        landed,
        "select count(*) from marts.dq_findings where rule_code = 'RD04' and column_name = "
        "'renewable_share' and dataset = 'report_fields'",
    )[0]
    codes = {r["公司代號"]: r["統一編號"] for r in wide}
    blank = {r["統一編號"] for r in wide if r["再生能源使用佔總發電量（百分比）"] not in ("0", "1")}
    expected = 0
    for row in form:
        text, code = row["欄位數值"], row["公司代碼"].lstrip("_")
        tax_id = code if len(code) == 8 and code.isdigit() else codes.get(code)
        if row["欄位編號"] != "43" or tax_id is None or tax_id in blank or text in ("NA", ""):
            continue
        share = float(text.rstrip("%")) if text.endswith("%") else 100 * float(text)
        stated = {"0": 0.0, "1": 100.0}[
            next(r for r in wide if r["統一編號"] == tax_id)["再生能源使用佔總發電量（百分比）"]
        ]
        expected += abs(share - stated) > 50
    assert count == expected
    assert rows(
        landed,
        "select raw_value, explanation from marts.dq_findings where entity_key = 'all companies' "
        "and column_name = 'renewable_share'",
    ) == [
        (
            "0, 1",
            "162 shares are rounded to 0 or 1: the sheet lost their decimals; the form is used "
            "where it speaks",
        )
    ]


def test_energy_items_are_read_or_quarantined(landed) -> None:
    """Every piece of the free text.

    23 cannot be read and keep their text; 千兆焦耳 is 10^15 J in Taiwan and 10^9 J elsewhere, and is
    not guessed.
    """
    assert rows(
        landed,
        "select sum(landed_count), sum(quarantined_count), bool_and(is_conserved) from "
        "marts.dq_row_conservation where dataset = 'energy_items'",
    ) == [(763, 23, True)]
    assert rows(
        landed,
        "select raw_row, reason from marts.dq_quarantine where dataset = 'energy_items' and "
        "raw_row like '%加崙%'",
    ) == [
        (
            "柴油: 20,185 加崙",
            'unit "加崙" in "柴油: 20,185 加崙" is in no list of units (ref_unit_text)',
        )
    ]


def test_the_sbti_speaks_for_itself(landed) -> None:
    """Far Eastern New Century (1402) is approved on the dashboard of May 2026.

    The observatory's column says 無.
    """
    assert rows(
        landed,
        "select sbti_status, conflict_sbti_status from marts.ind_company_target_2030 where tax_id "
        "= '03522600'",
    ) == [("approved_1_5c", "none")]


def test_the_dashboard_knows_companies_without_a_security_of_taiwan(landed) -> None:
    """元太 is on the dashboard with a German ISIN, 欣銓 and 三芳 with none: all three for 1.5 C."""
    assert rows(
        landed,
        "select c.tax_id, match_code, t.sbti_status, i.status from marts.dq_company_match as c"
        " join marts.ind_company_target_2030 as t using (tax_id)"
        " join marts.ind_company_climate as i using (tax_id, report_year)"
        " where c.tax_id in ('22099890', '70751779', '83387850') and indicator_no = 2"
        " and c.source_release_key like '%:2026-05-07:%' order by 1",
    ) == [
        ("22099890", "known_identifier", "approved_1_5c", "met"),
        ("70751779", "same_name", "approved_1_5c", "met"),
        ("83387850", "name_begins", "approved_1_5c", "met"),
    ]
    claimed = rows(landed, "select entity_key from marts.dq_findings where rule_code = 'RD05'")
    assert ("22099890",) not in claimed


def test_a_suggested_value_is_the_one_that_fits(landed) -> None:
    """友達's sheet has MWh for kWh, 巨大's a percentage sign, 敬鵬's form both kinds of wrong.

    南亞's form has a note of the target that its sheet states.
    """
    found = rows(
        landed,
        "select entity_key, raw_value, suggested_value from marts.dq_findings where"
        " (rule_code = 'RD04' and entity_key in ('84149738', '43816068', '75370905'))"
        " or (rule_code = 'DQ22' and column_name = 'scope3_category_14') order by 1, 2",
    )
    assert found == [
        ("43816068", "174,004", "174024345.0"),
        ("56054251", "358639.0%", "3586.39"),
        ("75370905", "0.2", "35%"),
        ("75370905", "2025", "2030"),
        ("84149738", "4,307,009", "4,307,008,950.00"),
    ]


def test_figures_that_stand_badly_beside_others_are_found(landed) -> None:
    """Two groups on their subsidiaries, 奇美實業, 建大 and 新唐's electricity, 長春石化's two inputs."""
    assert rows(
        landed,
        "select entity_key, count(*) from marts.dq_findings where rule_code = 'RD20'"
        " and column_name = 'total_energy_gj' group by 1 order by 1",
    ) == [("27719048", 3), ("29187308", 3), ("76027628", 3), ("85066002", 3)]
    assert rows(
        landed,
        "select entity_key, period from marts.dq_findings where rule_code = 'DQ25'"
        " and column_name = 'electricity_kwh' order by 1",
    ) == [("28112646", 2024), ("59619900", 2024), ("68387705", 2024)]
    assert rows(
        landed,
        "select cell_ref, verdict from marts.dq_reconciliation where check_code = 'two_inputs'"
        " and verdict <> 'match' order by 1",
    ) == [
        (f"11384806|{year}|total_energy_gj|energy_revenue", "mismatch")
        for year in (2022, 2023, 2024)
    ]


def test_the_fee_falls_on_the_plants_the_ministry_counts(landed) -> None:
    """Plants of 2024 at or above 25,000 t in the file itself.

    The ministry spoke of 465 plants of 247 legal persons (press, 2025-12-31).
    """
    registry = [
        r for r in sheet("moenv_ghg_registry/plant_emissions_roc104_113.csv") if r["年度"] == "113"
    ]
    liable = [r for r in registry if float(r["合計排放量(公噸CO2e)"].replace(",", "")) >= 25_000]
    plants, companies = rows(
        landed,
        "select sum(liable_facility_count), count(*) filter (liable_facility_count > 0) from "
        "marts.company_carbon_fee"
        " where year = 2024 and scenario_code = 'general'",
    )[0]
    assert (plants, companies) == (len(liable), 247)


def test_a_share_of_profit_needs_a_profit(landed) -> None:
    """中鋼 2023.

    (E - 25,000) x 300 over its net profit of 3,531,205 thousand TWD in the income statements.
    """
    emissions = [
        float(r["合計排放量(公噸CO2e)"].replace(",", ""))
        for r in sheet("moenv_ghg_registry/plant_emissions_roc104_113.csv")
        if r["年度"] == "112" and r["事業統編"].strip() == "30414175"
    ]
    fee = sum((e - 25_000) * 300 for e in emissions if e >= 25_000)
    (income,) = [
        float(r["profit_or_loss"]) * 1000
        for r in sheet("income_statements/income_annual_2024-11-17.csv")
        if r["year"] == "2023" and r["stock_code"] == "2002"
    ]
    (found,) = rows(
        landed,
        "select fee_twd, net_profit_twd, fee_share_of_net_profit_ratio from "
        "marts.company_carbon_fee"
        " where tax_id = '30414175' and year = 2023 and scenario_code = 'general'",
    )
    assert found[0] == pytest.approx(fee, abs=3)
    assert found[1] == income
    assert found[2] == pytest.approx(fee / income, rel=1e-6)
