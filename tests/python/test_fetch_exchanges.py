"""Lists of companies of both exchanges: asked, kept without persons, landed; and their traps.

Belongs here: what is their own. Does not: what every publisher can do wrong (test_fetch), funds and
indicators (test_fetch_funds). Companies and figures are made up, columns are as published.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fetch_desk import Desk, as_list, at_desk
from orchestration import fetch
from replay_server import Reply, page_of, redirect

BASICS = [
    "出表日期",
    "公司代號",
    "公司名稱",
    "公司簡稱",
    "外國企業註冊地國",
    "產業別",
    "住址",
    "營利事業統一編號",
    "董事長",
    "總經理",
    "發言人",
    "發言人職稱",
    "代理發言人",
    "總機電話",
    "成立日期",
    "上市日期",
    "普通股每股面額",
    "實收資本額",
    "私募股數",
    "特別股",
    "編制財務報表類型",
    "股票過戶機構",
    "過戶電話",
    "過戶地址",
    "簽證會計師事務所",
    "簽證會計師1",
    "簽證會計師2",
    "英文簡稱",
    "英文通訊地址",
    "傳真機號碼",
    "電子郵件信箱",
    "網址",
    "已發行普通股數或TDR原股發行股數",
]
BASICS_OF_TPEX = [
    "Date",
    "SecuritiesCompanyCode",
    "CompanyName",
    "CompanyAbbreviation",
    "Registration",
    "SecuritiesIndustryCode",
    "Address",
    "UnifiedBusinessNo.",
    "Chairman",
    "GeneralManager",
    "Spokesman",
    "TitleOfSpokesman",
    "DeputySpokesperson",
    "Telephone",
    "DateOfIncorporation",
    "DateOfListing",
    "ParValueOfCommonStock",
    "Paidin.Capital.NTDollars",
    "PrivateStock.shares",
    "PreferredStock.shares",
    "PreparationOfFinancialReportType",
    "StockTransferAgent",
    "StockTransferAgentTelephone",
    "StockTransferAgentAddress",
    "AccountingFirm",
    "CPA.CharteredPublicAccountant.First",
    "CPA.CharteredPublicAccountant.Second",
    "Symbol",
    "Fax",
    "EmailAddress",
    "WebAddress",
    "IssueShares",
]
REVENUE = [
    "出表日期",
    "資料年月",
    "公司代號",
    "公司名稱",
    "產業別",
    "營業收入-當月營收",
    "營業收入-上月營收",
    "營業收入-去年當月營收",
    "營業收入-上月比較增減(%)",
    "營業收入-去年同月增減(%)",
    "累計營業收入-當月累計營收",
    "累計營業收入-去年累計營收",
    "累計營業收入-前期比較增減(%)",
    "備註",
]
GHG = [
    "出表日期",
    "報告年度",
    "公司代號",
    "公司名稱",
    "範疇一排放量(噸CO2e)",
    "範疇一資料邊界",
    "範疇一取得驗證",
    "範疇二排放量(噸CO2e)",
    "範疇二資料邊界",
    "範疇二取得驗證",
    "範疇三排放量(噸CO2e)",
    "範疇三資料邊界",
    "範疇三取得驗證",
    "溫室氣體排放密集度(噸CO2e/單位)",
]
ENERGY = [
    "出表日期",
    "報告年度",
    "公司代號",
    "公司名稱",
    "使用率(再生能源/總能源)",
    "資料範圍",
    "取得驗證",
]
TWSE, TPEX = "/v1/opendata/", "/openapi/v1/"
PERSON = "章測某"
DAY = "1190512"


def basics(codes: range, day: str = DAY) -> list[dict[str, str]]:
    """Companies of a list in Chinese, with a person in each place for one."""
    given = {"出表日期": day, "產業別": "03", "成立日期": "19870221", "上市日期": "19950905"}
    persons = dict.fromkeys((*BASICS[8:14], *BASICS[25:27], *BASICS[29:31]), PERSON)
    return [
        dict.fromkeys(BASICS, "") | persons | given
        | {"公司代號": f"{n:04}", "公司名稱": f"甲{n}股份有限公司", "實收資本額": str(n * 1000),
           "營利事業統一編號": f"{n:08}"}
        for n in codes
    ]  # fmt: skip


def basics_of_tpex(codes: range) -> list[dict[str, str]]:
    given = {"Date": DAY, "DateOfIncorporation": "19870221", "DateOfListing": "19950905"}
    persons = dict.fromkeys(("Chairman", "CPA.CharteredPublicAccountant.First"), PERSON)
    return [
        dict.fromkeys(BASICS_OF_TPEX, "") | persons | given
        | {"SecuritiesCompanyCode": str(n), "CompanyName": f"乙{n}", "UnifiedBusinessNo.": f"{n:08}",
           "Paidin.Capital.NTDollars": str(n * 1000)}
        for n in codes
    ]  # fmt: skip


def revenue(codes: range, month: str = "11904") -> list[dict[str, str]]:
    given = {"出表日期": DAY, "資料年月": month, "備註": "-"}
    return [
        dict.fromkeys(REVENUE, "1.0") | given
        | {"公司代號": f"{n:04}", "公司名稱": f"丙{n}", "營業收入-當月營收": str(n)}
        for n in codes
    ]  # fmt: skip


def ghg(codes: range, year: str = "118") -> list[dict[str, str]]:
    given = {"出表日期": DAY, "報告年度": year, GHG[7]: "N/A", GHG[10]: "", GHG[13]: "3.4000"}
    return [
        dict.fromkeys(GHG, "合併") | given
        | {"公司代號": f"{n:04}", "公司名稱": f"丁{n}", GHG[4]: f"{n}.5000"}
        for n in codes
    ]  # fmt: skip


def energy(codes: range, year: str = "118") -> list[dict[str, str]]:
    given = {"出表日期": DAY, "報告年度": year, ENERGY[4]: "20.1000%"}
    return [
        dict.fromkeys(ENERGY, "") | given | {"公司代號": f"{n:04}", "公司名稱": f"丁{n}"}
        for n in codes
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    yield from at_desk(tmp_path, monkeypatch)


def test_every_list_is_fetched_and_lands_by_market(desk: Desk):
    play = desk.server.play
    lists = {
        TWSE + "t187ap03_L": basics(range(1000, 1004)), TWSE + "t187ap03_P": basics(range(5, 7)),
        TPEX + "mopsfin_t187ap03_O": basics_of_tpex(range(2000, 2003)),
        TPEX + "mopsfin_t187ap03_R": basics_of_tpex(range(3000, 3001)),
        TWSE + "t187ap05_L": revenue(range(10, 13)), TWSE + "t187ap05_P": revenue(range(20, 22)),
        TPEX + "mopsfin_t187ap05_O": revenue(range(30, 34)),
        TPEX + "t187ap05_R": revenue(range(40, 41)),
        TWSE + "t187ap46_L_1": ghg(range(50, 53), "114"),
        TPEX + "t187ap46_O_1": ghg(range(60, 62), "114"),
        TWSE + "t187ap46_L_2": energy(range(50, 53), "114"),
        TPEX + "t187ap46_O_2": energy(range(60, 61), "114"),
    }  # fmt: skip
    for path, rows in lists.items():
        play(path, as_list(rows))
    printed: list[str] = []
    datasets = ["company_basics", "monthly_revenue", "twse_esg_ghg", "twse_esg_energy"]
    assert fetch.run(desk.settings, datasets, printed.append) == 0, printed
    assert {seen.path for seen in desk.server.seen} == set(lists)
    query = desk.case.query
    assert query("select sum(landed_count), sum(quarantined_count) from _files") == [
        (sum(map(len, lists.values())), 0)
    ]
    of_market = "select market_code, count(*), sum({}) from {} group by 1 order by 1"
    assert query(of_market.format("paid_in_capital_twd", "company_basics")) == [
        ("emerging", 1, 3_000_000), ("listed", 4, 4_006_000), ("otc", 3, 6_003_000),
        ("public", 2, 11_000),
    ]  # fmt: skip
    assert query(of_market.format("revenue_twd1000", "monthly_revenue")) == [
        ("emerging", 1, 40), ("listed", 3, 33), ("otc", 4, 126), ("public", 2, 41),
    ]  # fmt: skip
    assert query(of_market.format("scope1_tco2e", "twse_esg_ghg")) == [
        ("listed", 3, 154.5), ("otc", 2, 122.0),
    ]  # fmt: skip
    assert query(
        "select distinct report_year, scope2_tco2e, scope2_text, scope3_text, intensity_value,"
        " intensity_unit_text from twse_esg_ghg"
    ) == [(2025, None, "N/A", None, 3.4, None)]
    assert query("select distinct renewable_share_ratio, report_year from twse_esg_energy") == [
        (0.201, 2025)
    ]


def test_of_persons_nothing_touches_the_disk(desk: Desk):
    desk.server.play(TWSE + "t187ap03_L", as_list(basics(range(1000, 1004))))
    desk.server.play(TPEX + "mopsfin_t187ap03_O", as_list(basics_of_tpex(range(2000, 2002))))
    one, two = desk.ask("t187ap03_l"), desk.ask("t187ap03_o")
    desk.case.land()
    for path in [*desk.case.landing.rglob("*"), *desk.case.landed.rglob("*")]:
        assert not path.is_file() or PERSON.encode() not in path.read_bytes(), path
    kept = json.loads(one.path.read_bytes())
    assert list(kept[0]) == BASICS and (kept[0]["董事長"], kept[0]["住址"]) == ("", "")
    assert kept[3]["公司名稱"] == "甲1003股份有限公司" and (one.rows, two.rows) == (4, 2)


def test_another_day_alone_is_no_other_vintage(desk: Desk):
    rows = basics(range(1000, 1003))
    moved = basics(range(1000, 1003), day="1190519")
    renamed = [{**moved[0], "公司名稱": "改名股份有限公司"}, *moved[1:]]
    path = TWSE + "t187ap03_L"
    desk.server.play(path, *map(as_list, (rows, moved, moved[::-1], renamed)))
    found = [desk.ask("t187ap03_l", day=day).state for day in (12, 13, 14, 19)]
    assert found == ["new", "unchanged", "unchanged", "new"]
    assert desk.files() == [f"company_basics/t187ap03_L_2030-08-{day}.json" for day in (12, 19)]
    desk.case.land()
    sql = (
        "select vintage_date::varchar, min(company_name) from company_basics group by 1 order by 1"
    )
    assert [row[0] for row in desk.case.query(sql)] == ["2030-08-12", "2030-08-19"]


def test_a_later_list_of_one_market_is_compared_with_that_market(desk: Desk):
    """The list of another market came between: its companies are not lost from this one."""
    first = revenue(range(1, 3))
    path = TWSE + "t187ap05_L"
    desk.server.play(path, as_list(first), as_list([{**first[0], "備註": "更正"}, first[1]]))
    desk.server.play(TPEX + "mopsfin_t187ap05_O", as_list(revenue(range(30, 34))))
    for name, day in (("t187ap05_l", 12), ("t187ap05_o", 13), ("t187ap05_l", 18)):
        assert desk.ask(name, day=day).state == "new"
    desk.case.land()
    assert desk.case.query("select count(*), count(note) from monthly_revenue") == [(8, 1)]


@pytest.mark.parametrize(
    ("name", "path", "empty"),
    [
        ("t187ap46_l_1", TWSE + "t187ap46_L_1", []),
        ("t187ap46_o_2", TPEX + "t187ap46_O_2", [dict.fromkeys(ENERGY, "")]),
        ("t187ap46_o_1", TPEX + "t187ap46_O_1", [dict.fromkeys(GHG, " ")]),
    ],
)
def test_a_list_out_of_season_is_no_error_and_no_file(
    desk: Desk, name: str, path: str, empty: list
):
    desk.server.play(path, as_list(empty))
    found = desk.ask(name, month=3)
    assert (found.state, found.path) == ("not_published", None) and desk.files() == []


def test_a_path_tpex_does_not_know_ends_in_a_web_page(desk: Desk):
    desk.server.play(TPEX + "t187ap05_R", redirect("/errors"))
    desk.server.play("/errors", page_of("找不到網頁"))
    said = desk.sentence("t187ap05_r")
    assert "t187ap05_r" in said and "a web page" in said and "json was expected" in said


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (ghg(range(50, 53)) + ghg(range(52, 54)), "5 rows but 4 companies; 0052 stands in it more"),
        (
            ghg(range(50, 53)) + ghg(range(60, 61), "117"),
            "expected one year in the column 報告年度",
        ),
        (ghg(range(50, 53), "民國118"), "found 3 rows of '民國118'"),
        ([{"公司代號": "1"}], "no column 報告年度 (found: 公司代號)"),
        ([{"報告年度": "118"}], "no column 公司代號"),
        ({"stat": "很抱歉"}, "expected a list of rows"),
        ("[{", "it may be cut off"),
        ("[" * 100_000, "no complete JSON"),
    ],
)
def test_what_is_no_list_of_one_year_is_refused(desk: Desk, rows: Any, expected: str):
    reply = Reply(body=rows.encode()) if isinstance(rows, str) else as_list(rows)
    desk.server.play(TWSE + "t187ap46_L_1", reply)
    assert expected in desk.sentence("t187ap46_l_1")


def test_a_period_that_nobody_gives_is_said(desk: Desk):
    desk.server.play(TWSE + "t187ap46_L_1", as_list(ghg(range(50, 52))))
    desk.server.play(TWSE + "t187ap05_L", as_list(revenue(range(2))))
    assert "2021 was asked for" in desk.sentence("t187ap46_l_1", period="2021")
    assert desk.ask("t187ap46_l_1", period="2029").state == "new"
    assert "the newest state alone" in desk.sentence("t187ap05_l", period="11801")
