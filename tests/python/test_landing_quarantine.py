"""Each row that cannot be what its columns say is quarantined with a reason; the others land.

Belongs here: single rows and cells of made-up files. Does not: files refused whole
(test_landing_rules).
"""

import json
from pathlib import Path

import pytest

from landing_case import EXTRACTS, Case, ghg_header, ghg_rows
from orchestration.landing import contract, decisions

GHG = "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_dq05_a_row_cut_off(case: Case):
    case.extract("plant_coordinates/plant_coords_2030-05-01.csv", "plant_coordinates.csv")
    case.land()
    assert case.quarantine() == [(3, "DQ05", "wgs84緯度", None)]
    assert case.query("select control_no, note from plant_coordinates order by 1") == [
        ("X1000001", "門口"),
        ("X1000002", None),
    ]
    assert case.repairs() == {("DQ05", "note", "cut_off_cell_is_null"): 1}


def test_dq07_a_row_with_more_cells_than_the_header(case: Case):
    case.put(
        GHG,
        ghg_header() + ghg_rows(range(1)) + ghg_rows(range(1, 2)).replace("甲乙化工", "甲乙,化工"),
    )
    case.land()
    assert case.quarantine()[0][:2] == (2, "DQ07")


def test_dq08_a_date_that_does_not_exist(case: Case):
    case.extract("company_basics/t187ap03_O_2030-05-01.json", "t187ap03_O.json")
    record = json.loads((EXTRACTS / "t187ap03_O.json").read_text(encoding="utf-8"))[0]
    other = record | {"SecuritiesCompanyCode": "9802", "DateOfIncorporation": "20010230"}
    case.put("company_basics/t187ap03_O_2030-05-01.json", json.dumps([record, other]))
    case.land()
    assert case.quarantine() == [(2, "DQ08", "DateOfIncorporation", "20010230")]


def test_a_file_of_which_no_row_holds(case: Case):
    case.extract("moenv_ghg_p_02/ghg_p_02_2030-05-01.csv", "ghg_p_02.csv", ("5.5", "five"))
    assert case.refusal() == (
        "moenv_ghg_p_02/ghg_p_02_2030-05-01.csv: all 2 rows would be quarantined; the first:"
        " row 1: column n2o holds 'five';"
        " expected a number such as 1234.5 or 1,234.5, or NE for none. Nothing was loaded from it."
    )


def test_cells_that_are_not_what_they_should_be(case: Case):
    case.extract(GHG, "ghg_p_01_bad_cells.csv")
    case.land()
    assert case.quarantine() == [
        (2, "DQ16", "co2", "約200"),
        (3, "DQ17", "co2", "#REF!"),
        (4, "DQ10", "controlno", "X10003"),
        (5, "DQ08", "app_year", "一百"),
    ]
    reason, raw = case.query("select reason, raw_row from _quarantine where row_number = 2")[0]
    assert reason == (
        f"{GHG}, row 2: column co2 holds '約200'; expected a number such as 1234.5,"
        " or None for none."
    )
    assert (
        json.loads(raw)["companyname"] == "丙丁鋼鐵股份有限公司"
        and json.loads(raw)["co2"] == "約200"
    )
    assert case.query("select control_no, row_number from ghg_p_01") == [("X1000001", 1)]
    assert case.query("select landed_count, accepted_count, quarantined_count from _files") == [
        (5, 1, 4)
    ]


@pytest.mark.parametrize("text", ["1,2345.00", "12 t", "1.2.3", "nan", "inf", "1/2", "-", "無"])
def test_dq16_what_is_not_a_number(case: Case, text: str):
    case.extract(
        "moenv_ghg_p_02/ghg_p_02_2030-05-01.csv", "ghg_p_02.csv", ('"100,500"', f'"{text}"')
    )
    case.land()
    assert case.quarantine() == [(1, "DQ16", "co2", text)]


@pytest.mark.parametrize("token", ["#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#n/a"])
def test_dq17_spreadsheet_errors_are_no_values(case: Case, token: str):
    case.extract(GHG, "ghg_p_01_2022-08.csv", ("丙丁鋼鐵股份有限公司", token))
    case.land()
    assert case.quarantine() == [(2, "DQ17", "companyname", token)]


def test_dq17_only_an_error_that_the_contract_declares_is_null(case: Case):
    """ghg_revenue declares #N/A and #VALUE! for revenue.

    Not another error there, and not these in another column.
    """
    sources = [
        f"{year}{name}" for name in ("範疇一", "範疇二", "營收") for year in (2022, 2023, 2024)
    ]
    rows = [
        "1,2,3,4,5,6,#N/A,#VALUE!,9",
        "1,2,3,4,5,6,7,8, #N/A ",
        "1,2,3,4,5,6,#N/A,8,#REF!",
        "1,#N/A,3,4,5,6,7,8,9",
    ]
    lines = [f"公司{n},1234567{n},{row}" for n, row in enumerate(rows, 1)]
    case.put(
        "corporate_disclosures/company_ghg_revenue_2030-05-01.csv",
        "\n".join([",".join(["公司", "事業統編", *sources]), *lines, ""]),
    )
    case.land()
    assert case.query(
        "select row_number, year, scope2_tco2e, revenue_twd1m from ghg_revenue order by 1, 2"
    ) == [
        (1, 2022, 4.0, None),
        (1, 2023, 5.0, None),
        (1, 2024, 6.0, 9.0),
        (2, 2022, 4.0, 7.0),
        (2, 2023, 5.0, 8.0),
        (2, 2024, 6.0, None),
    ]
    assert case.quarantine() == [
        (3, "DQ17", "2024營收", "#REF!"),
        (4, "DQ17", "2023範疇一", "#N/A"),
    ]
    assert case.repairs() == {
        ("DQ09", "tax_id", "check_digit_wrong"): 1,
        ("DQ17", "revenue_twd1m", "null_token"): 3,
        ("DQ16", "revenue_twd1m", "padding_stripped"): 1,
    }


def test_dq19_a_total_row(case: Case):
    case.extract("fuel_coal_by_company_year/company_coal_by_year_2020_2021.csv", "coal_company.csv")
    case.land()
    assert case.quarantine() == [(3, "DQ19", "company_name", None)]
    assert "a row without its key is a total" in case.query("select reason from _quarantine")[0][0]
    assert case.query("select sum(coal_t) from coal_company where year = 2020") == [(3005.5,)]


def test_dq19_a_row_labelled_total(case: Case):
    name = "fuel_coal_by_company_year/company_coal_by_year_2020_2021.csv"
    case.extract(name, "coal_company.csv", ("戊己水泥股份有限公司", "合計"))
    case.land()
    assert case.quarantine() == [
        (3, "DQ19", "company_name", None),
        (4, "DQ19", "company_name", "合計"),
    ]


def test_a_part_of_the_key_that_may_be_blank(case: Case):
    """A penalty without a plant is a row; one without its own number is not."""
    (columns,) = [list(c.columns) for c in contract.load_all() if c.dataset == "ems_p_46"]
    case.put("ems_p_46/mapping.yml", f"map: {{{', '.join(f'{c}: {c}' for c in columns)}}}\n")
    blank = "," * 11
    rows = [f"no 1,X1000001{blank}", f"no 1,{blank}", f",X1000002{blank}"]
    case.put("ems_p_46/ems_p_46_2030-05-01.csv", "\n".join([",".join(columns), *rows, ""]))
    case.land()
    assert case.query("select document_no, control_no from ems_p_46 order by row_number") == [
        ("no 1", "X1000001"),
        ("no 1", None),
    ]
    assert case.quarantine() == [(3, "DQ19", "document_no", None)]


def test_dq20_a_row_with_a_key_alone(case: Case):
    case.extract("income_statements/income_annual_2030-05-01.csv", "income_annual.csv")
    case.land()
    assert [q[:2] for q in case.quarantine()] == [(2, "DQ20")]
    assert case.query(
        "select stock_code, comprehensive_income_twd1000 from income_annual order by 1"
    ) == [
        ("9901", 15.0),
        ("9902", None),
    ]


def test_a_boolean_that_is_neither(case: Case):
    case.extract("green_initiatives/initiatives_2030-05.csv", "initiatives.csv")
    case.land()
    assert case.quarantine() == [(2, "DQ16", "sec_ep100_unverified_order", "maybe")]
    assert "expected one of FALSE / TRUE" in case.query("select reason from _quarantine")[0][0]


def test_dq22_a_share_above_one(case: Case):
    """60.0000 may be 60 % or 0.6: nobody can say, so nobody uses it."""
    name = "twse_esg_disclosures/能源管理/2022_能源管理.csv"
    case.extract(name, "esg_energy_2022.csv")
    case.land()
    assert case.quarantine() == [(3, "DQ22", "renewable_share_ratio", "60.0")]
    assert case.query("select reason from _quarantine")[0][0] == (
        f"{name}, row 3: column renewable_share_ratio holds '60.0'; expected a share of 0 to 1"
        " or a number with a percent sign."
    )


def test_dq27_a_code_that_is_no_ticker_and_no_name_and_a_weight_that_is_none(case: Case):
    """A fund on no exchange has its name for a code: it is kept, as in the list of ESG funds."""
    name = "etf_holdings/etf_holdings_115Q2.csv"
    quarter = (
        "0099,測試基金,115,1,9901,甲乙,55.00%,900,495",
        "測試債券基金,測試債券基金,115,2,9901,甲乙,55.00%,900,495\n"
        "FUND-1,測試基金,115,2,9901,甲乙,155.00%,900,495",
    )
    case.extract(name, "etf_holdings_two_quarters.csv", quarter)
    case.land()
    assert case.quarantine() == [(4, "DQ27", "fund_code", "FUND-1")]
    assert "Also wrong: weight_pct." in case.query("select reason from _quarantine")[0][0]


def test_a_decision_puts_rows_back_in_use(
    case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """A row readmitted by a decision lands, its unreadable cell null.

    The next row stays in quarantine.
    """
    case.extract(GHG, "ghg_p_01_bad_cells.csv")
    case.land()
    before = case.quarantine()
    (key,) = case.query("select distinct source_release_key from _quarantine")[0]
    seed = tmp_path / "decisions.csv"
    seed.write_text(
        "source_release_key,row_number,rule_code,decision_code,decided_on,reason\n"
        f"{key},2,DQ16,readmit,2030-06-01,about 200 is good enough\n"
        f"{key},3,DQ17,reject,2030-06-01,no value\n"
        "other:2030-05-01:00000000,4,DQ10,readmit,2030-06-01,another file\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(decisions.readmitted, "__defaults__", (seed,))
    case.land()
    assert case.quarantine() == before[1:]
    assert case.query("select row_number, co2_tco2e from ghg_p_01 where row_number = 2") == [
        (2, None)
    ]
    assert case.query("select landed_count, accepted_count, quarantined_count from _files") == [
        (5, 2, 3)
    ]
    assert case.repairs()[("DQ16", "co2", "readmitted_by_decision")] == 1
