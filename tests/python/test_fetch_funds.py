"""Holdings of funds from a page, energy indicators through a catalogue: fetched, landed, refused.

Belongs here: the traps of the observation post and of the Energy Administration. Does not: what
every publisher can do wrong (test_fetch). Funds and figures are made up.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest import approx

from fetch_desk import Desk, as_list, at_desk
from orchestration.errors import FetchFailed
from orchestration.landing.contract import load_all
from orchestration.settings import ROOT
from replay_server import Reply, page_of, redirect, stored

PAGE = "/mops/web/ajax_t78sb04"
REGISTER = "/v1/opendata/t187ap47_L"
CATALOGUE = "/api/v2/rest/dataset/8308"
FILE = "/ECW/populace/opendata/wHandOpenData_File.ashx"
PERSON = "章測某"
HEADER = "<tr>{}</tr>".format(
    "".join(
        f"<th>{n}</th>"
        for n in ["股票種類", "股票代號", "股票名稱", "持股比率", "產業類別", "持股比率"]
    )
)
FUND, OTHER = "甲乙台灣測試證券投資信託基金", "丙丁測試證券投資信託基金"
HOLDINGS = [("9901", "甲一", "46.50%"), ("9902", "乙二", "30.25%"), ("2881A", "丙三特", "20.00%")]


def title(fund: str, quarter: str = "119年第2季") -> str:
    cells = f"<td>{quarter}</td><td> {fund} </td><td>A00005</td>"
    return f"<table class='noBorder'><tr>{cells}</tr></table>"


def holdings(rows: list[tuple[str, str, str]], total: str = "", header: str = HEADER) -> str:
    """A table as the page prints it: a cell spans its kind, rows are not always closed."""
    cells = [
        f"<tr class='odd'>{f'<th rowspan={len(rows)}>上市</th>' if not n else ''}"
        f"<td>{code}</td><td>{name}&nbsp;</td><td>{weight}</td><td>水泥工業</td><td>{weight}</td>"
        for n, (code, name, weight) in enumerate(rows)
    ]
    sums = "<tr><th colspan=3>小計</th><td>1%</td><td></td><td></td></tr>"
    sums += f"<tr><th colspan='3'>總計</th><td>{total}</td><td colspan='2'></td></tr>"
    return f"<table class='hasBorder'>{header}{''.join(cells)}{sums if total else ''}</table>"


def html(*parts: str, encoding: str = "cp950") -> Reply:
    whole = f"<html><body><table><tr><td>{''.join(parts)}</td></tr></table></body></html>"
    return Reply(body=whole.encode(encoding), kind="text/html; charset=big5")


GOOD = html(title(FUND), holdings(HOLDINGS, "96.75%"), title(OTHER), holdings(HOLDINGS[:1]))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    for made in at_desk(tmp_path, monkeypatch):
        funds = [("0099", "甲乙臺灣測試證券投資信託基金"), ("0098", "戊己"), ("0097", "戊己")]
        rows = [
            {"基金代號": c, "基金簡稱": f"簡稱{c}", "基金中文名稱": n, "基金經理人": PERSON}
            for c, n in funds
        ]
        made.server.play(REGISTER, as_list(rows))
        yield made


def test_holdings_of_every_fund_land_under_its_ticker(desk: Desk):
    desk.server.play(PAGE, GOOD)
    found = desk.ask("t78sb04", month=7, day=20)
    assert (found.state, found.rows) == ("new", 4)
    (asked,) = desk.server.asked(PAGE)
    assert (asked.method, asked.form["year"], asked.form["season"]) == ("POST", "119", "02")
    assert (asked.form["FUNTYPE"], asked.form["TYPEK"]) == ("02", "all")
    desk.case.land()
    assert desk.case.query(
        "select fund_code, min(fund_name), count(*), sum(weight_pct), max(security_code),"
        " max(fund_size_10k_twd), min(vintage_date)::varchar, min(year), min(quarter)"
        " from etf_holdings group by 1 order by 1"
    ) == [
        ("0099", "簡稱0099", 3, 96.75, "9902", None, "2030-06-30", 2030, 2),
        (OTHER, OTHER, 1, 46.5, "9901", None, "2030-06-30", 2030, 2),
    ]
    for path in desk.case.landing.rglob("*"):
        assert not path.is_file() or PERSON.encode() not in path.read_bytes(), path
    assert desk.ask("t78sb04", month=8, day=20).state == "unchanged"


def test_a_restated_quarter_stands_beside_the_first(desk: Desk):
    restated = [*HOLDINGS[:2], ("2881A", "丙三特", "20.10%")]
    desk.server.play(PAGE, *(html(title(FUND), holdings(rows)) for rows in (HOLDINGS, restated)))
    assert [desk.ask("t78sb04", month=month).state for month in (7, 8)] == ["new", "new"]
    assert len(desk.files()) == 2
    desk.case.land()
    sql = "select vintage_date::varchar, sum(weight_pct) from etf_holdings group by 1 order by 1"
    assert desk.case.query(sql) == [("2030-06-30", 96.75), ("2030-08-12", 96.85)]


def test_a_row_without_code_or_weight_is_quarantined(desk: Desk):
    odd = [("", "現金", "1.00%"), ("9903", "丁四", "--")]
    page = html(title(FUND, "119/2"), holdings([*HOLDINGS, *odd]), encoding="utf-8")
    desk.server.play(PAGE, page)
    desk.ask("t78sb04", period="119Q2")
    desk.case.land()
    sql = "select landed_count, accepted_count, quarantined_count from _files"
    assert desk.case.query(sql) == [(5, 3, 2)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (html(title(FUND, "119年第一季"), holdings(HOLDINGS)), "is of '119年第一季', and quarter 2"),
        (html(title(FUND, "全部"), holdings(HOLDINGS)), "is of '全部'"),
        (html(holdings(HOLDINGS)), "holdings without the name of a fund above"),
        (html(title(FUND), holdings(HOLDINGS, header=HEADER.replace("股票名稱", "證券名稱"))),
         "unknown columns 股票種類, 股票代號, 證券名稱"),
        (html(title(FUND), holdings(HOLDINGS, "99.00%")), "add up to 96.75 %, the page prints"),
        (html(title(FUND), holdings([*HOLDINGS, HOLDINGS[0]])), "holds 9901 in two rows"),
        (html(*[title(FUND), holdings(HOLDINGS[:1])] * 2), "stands on the page twice"),
        (Reply(body=GOOD.body[: len(GOOD.body) - 90], kind="text/html"), "ends within a table"),
        (page_of("系統維護中"), "a page without tables"),
        (Reply(body=b"<html>\xff\xff", kind="text/html"), "neither UTF-8 nor Big5"),
        (page_of("", size=65), "leads elsewhere: the address is out of date"),
        (redirect("/mops/#/web/home"), "redirects a form"),
    ],
)  # fmt: skip
def test_a_page_that_is_not_the_known_one_is_refused(desk: Desk, page: Reply, expected: str):
    desk.server.play(PAGE, page)
    assert expected in desk.sentence("t78sb04", period="119Q2")


@pytest.mark.parametrize(("size", "expected"), [(97, "n/a"), (496, "too many requests")])
def test_a_throttled_page_is_asked_again_later(desk: Desk, size: int, expected: str):
    desk.server.play(PAGE, page_of("", size=size))
    said = desk.sentence("t78sb04", kind=FetchFailed)
    assert expected in said and "ask again later" in said


@pytest.mark.parametrize("page", [page_of("", size=916), page_of("查無所需資料！")])
def test_a_quarter_nobody_has_filed_is_no_error(desk: Desk, page: Reply):
    desk.server.play(PAGE, page)
    assert desk.ask("t78sb04", month=1, day=20).state == "not_published" and desk.files() == []
    (asked,) = desk.server.asked(PAGE)
    assert (asked.form["year"], asked.form["season"]) == ("118", "04")


def test_what_is_no_quarter_or_no_register_is_refused(desk: Desk):
    assert "'2030' is no quarter such as 115Q2" in desk.sentence("t78sb04", period="2030")
    desk.server.play(PAGE, GOOD)
    desk.server.play(REGISTER, as_list([{"基金代號": "0099", "基金簡稱": "甲"}]))
    assert "no column 基金中文名稱" in desk.sentence("t78sb04", month=7)


def entry(*files: tuple[str, str, str]) -> Reply:
    """A catalogue entry: of each file format, address and description."""
    names = ("resourceFormat", "resourceDownloadUrl", "resourceDescription")
    return as_list({"result": {"distribution": [dict(zip(names, f, strict=True)) for f in files]}})


YEARLY = ("CSV", f"http://www.moeaea.gov.tw{FILE}?set_id=1", "能源指標（年）")


with (ROOT / "seeds/factors/fac_electricity.csv").open(encoding="utf-8") as file:
    FACTORS = {
        int(row["year"]): float(row["kgco2e_per_kwh"])
        for row in csv.DictReader(file)
        if (row["definition_code"], row["status"]) == ("utility_sales", "actual")
    }


def of_nation(series: str, year: int, medians: dict) -> float:
    """A made-up figure of a series: such as a nation has, and one that fits the others."""
    grown = 1 + (year - 2000) / 1000
    fixed = {
        "final_energy_intensity_loe_per_twd1000": 5,
        "energy_productivity_twd_per_loe": 200 / grown**2,
        "electricity_intensity_kwh_per_twd1000": 15, "energy_per_capita_loe": 3500,
        "electricity_per_capita_kwh": 10500, "average_load_mw": 24000, "peak_load_mw": 34000,
        "fuel_combustion_mtco2": 253, "co2_per_capita_t": 11, "co2_intensity_kg_per_twd1000": 16,
    }  # fmt: skip
    if series == "load_factor_pct":
        return round(70.59 + year % 2 / 100, 2)
    if "factor_kgco2e" in series:
        return FACTORS.get(year, 0.47)
    if series in fixed:
        places = 3 if "loe" in series else 5
        return round(fixed[series] * grown + 0.001, places)
    low, high = medians.get(series) or (0.4, 0.9)
    figure = (low + (high - low) / 3) * grown + 0.01
    return round(min(figure, 60), 2) if "pct" in series else round(figure, 3)


def indicators(first: str = "日期(年)", since: int = 2003) -> bytes:
    contract = next(c for c in load_all() if c.dataset == "energy_indicators")
    era, medians = contract.eras[0], {name: c.median for name, c in contract.columns.items()}
    header = [first, *list(era.map)[1:]]
    rows = [[str(y), *(str(of_nation(t[0], y, medians)) for t in list(era.map.values())[1:])]
            for y in range(since, 2030)]  # fmt: skip
    return ("\ufeff" + "\n".join(map(",".join, [header, *rows])) + "\n").encode()


def test_indicators_are_found_through_the_catalogue(desk: Desk):
    desk.server.play(CATALOGUE, entry(("PDF", "https://example.org/a.pdf", ""), YEARLY))
    desk.server.play(FILE, stored(indicators(), kind="text/csv"))
    assert desk.ask("energy_indicators").state == "new"
    assert desk.ask("energy_indicators", day=13).state == "unchanged"
    desk.case.land()
    sql = "select count(*), sum(electricity_factor_kgco2e_per_kwh), max(vintage_date)::varchar"
    assert desk.case.query(f"{sql} from energy_indicators") == [
        (27, approx(sum(FACTORS.get(y, 0.47) for y in range(2003, 2030))),
         "2030-08-12")
    ]  # fmt: skip
    assert desk.case.query("select url from _files") == [(YEARLY[1].replace("http:", "https:"),)]


def test_a_layout_nobody_has_documented_stays_for_a_person(desk: Desk):
    """In 2026 a reader of the file names its first column otherwise; the others nobody lists."""
    desk.server.play(CATALOGUE, entry(YEARLY))
    desk.server.play(FILE, stored(indicators(first="西元年", since=2005), kind="text/csv"))
    desk.ask("energy_indicators")
    said = desk.case.refusal()
    assert 'column "日期(年)" missing; column "西元年" unknown' in said and "add an era" in said
    assert desk.files() == ["energy_indicators/energy_indicators_annual_2030-08-12.csv"]


@pytest.mark.parametrize(
    ("catalogue", "expected"),
    [
        (entry(("CSV", "https://files.example.org/a.csv", "")), "leads to files.example.org"),
        (entry(YEARLY, ("CSV", "https://www.moeaea.gov.tw/2", "月")), "('能源指標（年）', '月')"),
        (entry(), "expected one CSV file in the catalogue, found 0 (none)"),
        (as_list({"success": False}), "no entry with `distribution`"),
    ],
)  # fmt: skip
def test_a_catalogue_that_leads_astray_is_refused(desk: Desk, catalogue: Reply, expected: str):
    desk.server.play(CATALOGUE, catalogue)
    assert expected in desk.sentence("energy_indicators")
