"""Each blocking rule refuses its file with its sentence.

Belongs here: made-up files that are refused whole. Does not: single rows
(test_landing_quarantine), what lands (test_landing).
"""

import json
from pathlib import Path

import pytest

from landing_case import (
    EXTRACTS,
    Case,
    Decide,
    decides_in,
    ghg_header,
    ghg_rows,
    header_of,
    varied_ghg_rows,
)

GHG = "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"
GHG_2015 = "moenv_ghg_p_01/ghg_p_01_2015-05-01.csv"
GHG_LATER = "moenv_ghg_p_01/ghg_p_01_2031-05-01.csv"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Decide:
    return decides_in(tmp_path, monkeypatch)


def test_dq01_two_rows_of_one_key(case: Case):
    case.put(GHG, ghg_header() + ghg_rows(range(3)) + ghg_rows(range(1, 2)) + ghg_rows(range(3, 5)))
    assert case.refusal() == (
        f"{GHG}: 6 rows but 5 distinct keys; rows 2 and 4 have the same key"
        " (year 2013, control_no X0000001)."
        " Ask the publisher which one holds. Nothing was loaded from it."
    )


def test_dq01_a_page_fetched_twice(case: Case):
    case.put(GHG, ghg_header() + ghg_rows(range(10)) + ghg_rows(range(2, 8)))
    assert case.refusal() == (
        f"{GHG}: 16 rows but 10 distinct keys; rows 11-16 repeat rows 3-8: a page was fetched"
        " twice, and another one may be missing. Fetch it again with a fixed sort order."
        " Nothing was loaded from it."
    )


@pytest.mark.parametrize(
    "envelope",
    [
        lambda records: {"records": records, "total": "3", "limit": "1000"},
        lambda records: {"result": {"records": records, "total": 3}},
    ],
)
def test_dq01_the_declared_total_is_not_what_came(case: Case, envelope):
    names = ghg_header().strip("\ufeff\n").split(",")
    records = [
        dict(zip(names, row.split(","), strict=True)) for row in ghg_rows(range(2)).splitlines()
    ]
    name = GHG.replace(".csv", ".json")
    case.put(name, json.dumps(envelope(records), ensure_ascii=False))
    assert case.refusal() == (
        f"{name}: the publisher declares a total of 3 rows, the file has 2. Fetch every page."
        " Nothing was loaded from it."
    )
    records.append(records[0] | {"controlno": "X9999999"})
    case.put(name, json.dumps(envelope(records), ensure_ascii=False))
    case.land()
    assert case.query("select count(*) from ghg_p_01") == [(3,)]


def test_dq02_a_full_last_page(case: Case):
    case.put(GHG, ghg_header() + ghg_rows(range(2000)))
    assert case.refusal() == (
        f"{GHG}: 2,000 rows is 2 full page(s) of 1,000, so the file may be cut off at a page."
        " Fetch the next page until one is short. Nothing was loaded from it."
    )
    rows = "".join(varied_ghg_rows(range(667), year) for year in (102, 103, 104))
    case.put(GHG.replace("2030", "2016"), ghg_header() + rows)
    case.path(GHG).unlink()
    case.land()


def test_dq03_more_than_two_percent_of_a_year_lost(case: Case):
    later, first_year = GHG_2015.replace("2015", "2016"), varied_ghg_rows(range(100))
    case.put(GHG_2015, ghg_header() + first_year + varied_ghg_rows(range(100), 103))
    case.put(later, ghg_header() + first_year + varied_ghg_rows(range(3, 103), 103))
    assert case.refusal(files_before=1) == (
        f"{later}: year 2014 lost 3 of 100 keys against the vintage before"
        " (for instance 2014 X0000000); at most 2% may go. Fetch it again; if the publisher"
        " withdrew them, say so in seeds/quality/cor_landing_decision.csv (dataset ghg_p_01,"
        " vintage 2016-05-01, check key_loss). Nothing was loaded from it."
    )
    case.put(later, ghg_header() + first_year + varied_ghg_rows(range(2, 102), 103))
    case.land()


def test_dq03_a_loss_that_a_decision_accepts(case: Case, decide: Decide):
    case.put(GHG, ghg_header() + ghg_rows(range(5)) + ghg_rows(range(5), 103))
    case.put(GHG_LATER, ghg_header() + ghg_rows(range(5)) + ghg_rows(range(1, 5), 103))
    for day, period, code in (
        ("2031-05-01", 2013, 1),
        ("2031-06-01", 2014, 1),
        ("2031-05-01", 2014, 0),
    ):
        decide(f"ghg_p_01,{day},key_loss,{period},,2031-06-30,closed")
        assert case.run() == code


def test_dq03_a_year_that_is_gone_altogether(case: Case):
    case.put(GHG, ghg_header() + ghg_rows(range(5)) + ghg_rows(range(5), 103))
    case.put(GHG_LATER, ghg_header() + ghg_rows(range(9)))
    assert "year 2014 lost 5 of 5 keys" in case.refusal(files_before=1)


def test_dq03_a_quarantined_row_is_not_lost(case: Case):
    case.put(GHG, ghg_header() + ghg_rows(range(5)))
    case.put(GHG_LATER, ghg_header() + ghg_rows(range(5)).replace("石化,1,", "石化,many,", 1))
    case.land()
    assert case.quarantine() == [(1, "DQ16", "co2", "many")]


def test_dq03_markets_are_compared_with_themselves(case: Case):
    case.extract("company_basics/t187ap03_L_2030-05-01.csv", "t187ap03_L.csv")
    case.extract("company_basics/t187ap03_O_2030-06-01.json", "t187ap03_O.json")
    case.land()
    case.extract("company_basics/t187ap03_L_2030-07-01.csv", "t187ap03_L.csv", ('"9902"', '"9909"'))
    assert (
        "the list lost 1 of 2 keys against the vintage before (for instance 9902)"
        in case.refusal(files_before=2)
    )


def test_dq04_an_unknown_column(case: Case):
    case.extract(GHG, "ghg_p_01_2023-06.csv", ("cityno,townno", "cityno,townno,投資人"))
    sentence = case.refusal()
    assert sentence.startswith(
        f'{GHG}: column "投資人" unknown (found: app_year, companyno, companyname, '
    )
    assert sentence.endswith(
        "The nearest layout is era 2023-06; if the publisher changed it,"
        " add an era to landing/contracts/ghg_p_01.yml."
        " Nothing was loaded from it."
    )


def test_dq05_a_mapped_column_is_absent(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv", (",tot,", ",tot_value,"))
    assert (
        f'{GHG}: column "tot" missing; column "tot_value" unknown (found: app_year, '
        in case.refusal()
    )


def test_dq05_a_wide_file_without_a_period(case: Case):
    name = "fuel_coal_by_company_year/company_coal_by_year_2020_2021.csv"
    case.extract(name, "coal_company.csv", ("行業大類,2020,2021", "行業大類"))
    assert case.refusal().startswith(f"{name}: no column for any period (found: 年度, 公司, ")


def test_dq05_listed_wide_columns_are_there_once_each_and_no_others(case: Case):
    """Where a contract lists the wide columns, a missing, unknown or repeated one is refused."""
    name = "corporate_disclosures/company_disclosures_wide_2030-05-01.csv"
    columns = header_of("disclosure_sheet", 2024, range(2019, 2025))
    assert len(columns) == 94 + 6

    def put(header: list[str]) -> None:
        case.put(name, ",".join(header) + "\n9000001,9901" + ",x" * (len(header) - 2) + "\n")

    put(columns[:-1])
    assert case.refusal().startswith(f'{name}: column "{columns[-1]}" missing (found: ')
    put([*columns, "新欄位"])
    assert case.refusal().startswith(f'{name}: column "新欄位" unknown (found: ')
    put([*columns, columns[-1]])
    assert case.refusal().startswith(f'{name}: column "{columns[-1]}" there twice (found: ')
    put([*columns[:6], *columns[:5:-1]])
    case.land()
    assert case.query(
        "select tax_id, count(distinct field_name) from disclosure_sheet group by 1"
    ) == [("09000001", 94)]


def test_dq05_a_record_without_a_column(case: Case):
    records = json.loads((EXTRACTS / "t187ap03_O.json").read_text(encoding="utf-8"))
    short = {k: v for k, v in records[0].items() if k != "IssueShares"} | {
        "SecuritiesCompanyCode": "9802"
    }
    name = "company_basics/t187ap03_O_2030-05-01.json"
    case.put(name, json.dumps([*records, short]))
    assert case.refusal().startswith(
        f"{name}: record 2 differs from the first one in its columns (IssueShares);"
    )


def test_dq06_undecodable(case: Case):
    case.put(GHG, ghg_header().lstrip("\ufeff").encode() + b"102,\xff\xfe,\x80")
    sentence = case.refusal()
    assert "fits none of the encodings of the contract (utf-8, big5)." in sentence
    assert sentence.startswith(
        f"{GHG}: byte {len(ghg_header().lstrip(chr(0xFEFF)).encode()) + 5} (0xff)"
    )


def error_page(size: int) -> str:
    return ("n/a" if size == 97 else "Overrun, too many requests").ljust(size)


@pytest.mark.parametrize("size", [65, 97, 496, 916])
def test_dq07_error_pages_by_their_size(case: Case, size: int):
    case.put("income_statements/income_annual_2030-05-01.csv", error_page(size))
    assert (
        f"the file has {size} bytes (the size of an error page of this publisher)" in case.refusal()
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "the file is empty; an empty answer is an error, not data."),
        (" \n\n", "the file is empty; an empty answer is an error, not data."),
        (
            "<!DOCTYPE html><html>查詢過於頻繁</html>",
            "this is a web page (46 bytes, begins '<!DOCTYPE html>",
        ),
        ('{"message": "API key expired"}', "no list of records (found: ['message'])"),
        ('[{"app_year": "102"', "not complete JSON"),
        ('app_year,controlno\n102,"X1000001', "not a complete CSV file (unexpected end of data)"),
        (b"PK\x03\x04 cut off", "this is xlsx; the contract expects csv or json."),
    ],
)
def test_dq07_what_is_not_data(case: Case, content: str | bytes, sentence: str):
    case.put(GHG, content)
    refused = case.refusal()
    assert refused.startswith(f"{GHG}: {sentence}"), refused


def test_dq07_a_header_without_rows(case: Case):
    case.put(GHG, ghg_header())
    assert case.refusal().startswith(f"{GHG}: a header and no rows; an empty answer is not data.")


def test_dq08_an_ad_year_in_a_roc_column(case: Case):
    case.extract(GHG, "ghg_p_01_2022-08.csv", ("\n103,", "\n2014,"))
    assert case.refusal() == (
        f"{GHG}: row 3, column \"app_year\" holds '2014'; the contract expects a year of"
        " the ROC calendar (1 to 200)."
        " The column is in another calendar, or the file is another one."
        " Nothing was loaded from it."
    )


def test_dq08_a_roc_year_in_an_ad_column(case: Case):
    case.extract("moenv_ghg_p_02/ghg_p_02_2030-05-01.csv", "ghg_p_02.csv", ("\n1990,", "\n79,"))
    assert (
        "column \"year\" holds '79'; the contract expects a year of the AD calendar"
        in case.refusal()
    )


def test_dq08_two_periods(case: Case):
    name = "etf_holdings/etf_holdings_115Q2.csv"
    case.extract(name, "etf_holdings_two_quarters.csv")
    assert case.refusal() == (
        f"{name}: two periods in one file (year/quarter: 2 rows of 2026 2; 1 rows of 2026 1);"
        " expected one."
        " Split the file or fetch the period again. Nothing was loaded from it."
    )


def test_dq08_the_title_and_the_name_disagree(case: Case):
    name = "twse_esg_disclosures/溫室氣體排放/2021_溫室氣體排放.csv"
    case.extract(name, "esg_ghg_2022.csv")
    assert case.refusal() == (
        f"{name}: two values of report_year in one file: the title says 2022, the name says 2021."
        " Correct the name. Nothing was loaded from it."
    )


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [('"1190501"', '"20300501"', "出表日期"), ('"19870221"', '"0760221"', "成立日期")],
)
def test_dq08_a_date_of_the_other_calendar(case: Case, old: str, new: str, column: str):
    case.extract("company_basics/t187ap03_L_2030-05-01.csv", "t187ap03_L.csv", (old, new))
    assert (
        f'row 1, column "{column}" holds {new.replace(chr(34), chr(39))};'
        " the contract expects a date such as"
    ) in case.refusal()


def test_coverage_a_year_missing_between(case: Case):
    case.put(GHG, ghg_header() + ghg_rows(range(3)) + ghg_rows(range(3), 105))
    assert case.refusal().startswith(
        f"{GHG}: no row for year 2014, 2015; expected every year from 2013 to 2016."
        " A part of the file is missing."
    )


def test_a_file_without_a_date(case: Case):
    name = "moenv_ghg_p_01/ghg_p_01_newest.csv"
    path = case.extract(name, "ghg_p_01_2022-08.csv")
    assert case.refusal() == (
        f"{name}: no vintage date in the file name (expected: ghg_p_01_2024-06-04.csv)."
        f" Rename it, or write `vintage_date: YYYY-MM-DD` into {name}.meta.yml."
        " Nothing was loaded from it."
    )
    path.with_name(path.name + ".meta.yml").write_text("vintage: 2030\n")
    assert (
        f"{name}.meta.yml: expected only vintage_date and retrieved_at as YYYY-MM-DD, and url."
        in case.refusal()
    )


@pytest.mark.parametrize("dataset", ["aqx_p_555", "ems_p_08", "ems_p_46"])
def test_a_layout_nobody_has_seen(case: Case, dataset: str):
    name = f"{dataset}/{dataset}_2030-05-01.csv"
    case.extract(name, "aqx_p_555_guess.csv")
    sentence = case.refusal()
    assert sentence.startswith(f"{name}: the layout of {dataset} is not known (")
    assert sentence.endswith(
        f"and nothing is guessed. Supply {dataset}/mapping.yml (see the run book) with the columns"
        " of this file. Nothing was loaded from it."
    )


def test_a_mapping_that_leaves_a_column_out(case: Case):
    case.extract("aqx_p_555/aqx_p_555_2030-05-01.csv", "aqx_p_555_guess.csv")
    case.put(
        "aqx_p_555/mapping.yml",
        "map: {管制編號: control_no, 年度: year, 季別: quarter, 燃料: fuel_name, 用量: quantity}\n",
    )
    assert (
        "aqx_p_555/mapping.yml: era supplied mapping fills unit 0 times. Correct it."
        in case.refusal()
    )


def test_dq18_parts_that_do_not_add_up(case: Case):
    """1 + 1 + 1 + 10 is 13: 13.02 is rounding, 13.03 is not."""
    case.put(GHG, ghg_header() + ghg_rows(range(2)).replace(",10,13,", ",10,13.02,", 1))
    case.land()
    case.put(
        GHG_LATER,
        ghg_header() + ghg_rows(range(1)) + ghg_rows(range(1, 2)).replace(",10,13,", ",10,13.03,"),
    )
    assert case.refusal(files_before=1) == (
        f"{GHG_LATER}: row 2: co2_tco2e + ch4_tco2e + n2o_tco2e + hfcs_tco2e + pfcs_tco2e +"
        " sf6_tco2e + nf3_tco2e + indirect_tco2e is 13.0000, but total_tco2e says 13.0300;"
        " at most 0.02 apart."
        " A column is shifted or a figure is wrong: ask the publisher."
        " Nothing was loaded from it."
    )


def test_dq18_direct_and_indirect_of_the_registry(case: Case):
    name = "moenv_ghg_registry/plant_emissions_roc104_113.csv"
    case.extract(name, "ghg_registry.csv", ("3,234.50", "3,243.50"))
    assert case.refusal().startswith(
        f"{name}: row 1: direct_tco2e + indirect_tco2e is 3,234.5000,"
        " but total_tco2e says 3,243.5000; at most 0.02 apart."
    )


def test_dq23_two_columns_that_changed_places(case: Case):
    """CO2 of 5 and CH4 of 1 in twelve plants; the next vintage has them the other way round."""
    case.put(
        GHG,
        ghg_header()
        + ghg_rows(range(12)).replace("石化,1,1,1,0,0,0,0,10,13", "石化,5,1,1,0,0,0,0,10,17"),
    )
    swapped = ghg_rows(range(12)).replace("石化,1,1,1,0,0,0,0,10,13", "石化,1,5,1,0,0,0,0,10,17")
    case.put(GHG_LATER, ghg_header() + swapped)
    assert case.refusal(files_before=1) == (
        f"{GHG_LATER}: column ch4_tco2e holds what co2_tco2e held in the vintage before,"
        " in 12 of 12 rows: the columns are swapped."
        " Correct the mapping of the era in landing/contracts/ghg_p_01.yml."
        " Nothing was loaded from it."
    )


def test_dq23_nine_restated_values_are_no_swap(case: Case):
    case.put(
        GHG,
        ghg_header()
        + ghg_rows(range(9)).replace("石化,1,1,1,0,0,0,0,10,13", "石化,5,1,1,0,0,0,0,10,17"),
    )
    case.put(
        GHG_LATER,
        ghg_header()
        + ghg_rows(range(9)).replace("石化,1,1,1,0,0,0,0,10,13", "石化,1,5,1,0,0,0,0,10,17"),
    )
    case.land()
