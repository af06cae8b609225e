"""Made-up publishers whose files change as real ones do, played to `fetch` from this machine.

Belongs here: what each address of endpoints.yml answers on a day, and what goes wrong when. Does
not: asking, landing, counting (year.py), the form of a page or row (publications.py).
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from publications import (
    ROC,
    Row,
    as_printed,
    earned,
    embedded,
    fund_tables,
    indicator,
    layout_of,
    roc_day,
    steady,
    workbook,
)

from orchestration.fetch.endpoints import endpoints
from replay_server import ReplayServer, Reply, Seen, page_of, pages, stored

MARKETS = {"L": "上市公司", "O": "上櫃公司", "R": "興櫃公司", "P": "公開發行公司"}
ONES = {"t78sb04": "funds", "sbti_companies": "dashboard", "energy_indicators": "catalogue"}


class Publishers:
    """Every publisher, as of `today`; `faults` says what is wrong that day, by name.

    They know one in `every` plants, companies and funds.
    """

    def __init__(self, server: ReplayServer, year: int, every: int = 1) -> None:
        self.year, self.today, self.every = year, date(year, 1, 1), every
        self.cuts = 0
        self.faults: dict[str, tuple[date, date]] = {}
        rows: dict[str, Callable[[], list[Row]]] = {
            "ghg_p_01": self.plants,
            "ghg_p_02": self.inventory,
            "ems_p_08": lambda: self.declarations("ReportPeriod"),
            "ems_p_46": lambda: self.declarations("DOCUMENT_NO"),
            "aqx_p_555": self.fuel,
        }
        for each in endpoints():
            path = urlsplit(each.url).path
            if each.connector == "moenv":
                server.play(path, self._ministry(rows[each.endpoint], each.endpoint))
            elif each.connector in ("twse", "tpex"):
                server.play(path, self._exchange(each.dataset, each.endpoint))
            elif each.endpoint in ONES:
                server.play(path, self._guarded(getattr(self, ONES[each.endpoint])))
        server.play("/v1/opendata/t187ap47_L", self._guarded(self.register))
        server.play("/file.csv", self._guarded(self.indicators))

    def is_wrong(self, fault: str) -> bool:
        """Whether a fault is there today."""
        first, last = self.faults.get(fault, (date.max, date.min))
        return first <= self.today <= last

    def since(self, month: int, day: int) -> bool:
        """Whether a day of the year is over or today."""
        return self.today >= date(self.year, month, day)

    def known(self, seed: str, column: str) -> list[Row]:
        """The embedded rows of those who are known, by a column that names them.

        Large plants always are: their tonnes have to make the national total.
        """
        large = {r[column] for r in embedded(seed) if float(r.get("total_tco2e") or 0) > 2e5}
        rows = embedded(seed)
        return [r for r in rows if r[column] in large or steady(r[column], self.every) == 0]

    def _guarded(self, answer: Callable[[Seen], Reply]) -> Callable[[Seen], Reply]:
        def guarded(seen: Seen) -> Reply:
            return Reply(503, b"maintenance") if self.is_wrong("outage") else answer(seen)

        return guarded

    # -- Ministry of Environment ---------------------------------------------------------------

    def _ministry(self, rows: Callable[[], list[Row]], name: str) -> Callable[[Seen], Reply]:
        def answer(seen: Seen) -> Reply:
            if self.is_wrong("expired key"):
                return Reply(body="api_key 已過期".encode(), kind="text/plain")
            found = rows()
            lies = self.is_wrong("lying total") and name == "ghg_p_01"
            total = len(found) + 5 if lies else None
            disorder = self.is_wrong("no order") and name == "ghg_p_01"
            return pages(found, total=total, disorder=disorder)(seen)

        return self._guarded(answer)

    def plants(self) -> list[Row]:
        """GHG_P_01: ten years of plants, two before them, a new year in June, restated in December;
        one plant in kilograms while that fault lasts."""
        found = []
        registry = self.known("ghg_registry", "control_no")
        first, last = (edge(int(row["year"]) for row in registry) for edge in (min, max))
        for row in registry:
            year = int(row["year"])
            found.append(self._plant(row, year, 1.0))
            if year == first:
                found += [self._plant(row, first - back, 0.99) for back in (1, 2)]
            if year == last and self.since(6, 1):
                found.append(self._plant(row, last + 1, 0.98))
        return found

    def _plant(self, row: Row, year: int, factor: float) -> Row:
        if self.since(12, 1) and steady(row["control_no"], 40) == 0:
            factor *= 1.02
        largest = float(row["total_tco2e"]) > 5e6
        if self.is_wrong("unit slip") and largest and year == 2024:
            factor *= 1000
        direct, indirect = (
            round(float(row[name] or 0) * factor, 2) for name in ("direct_tco2e", "indirect_tco2e")
        )
        if not row["indirect_tco2e"] and row["total_tco2e"]:
            indirect = round(float(row["total_tco2e"]) * factor - direct, 2)
        return {
            "app_year": str(year - ROC),
            "ban": row["tax_id"],
            "companyname": row["facility_name"],
            "scompanyno": f"{steady(row['control_no'], 90):04}",
            "controlno": row["control_no"].upper(),
            "city": row["county_name"],
            "town": "東區" if steady(row["control_no"], 2) else "西區",
            "companyaddr": f"一路{steady(row['control_no'], 900)}號",
            "ccksicco1": f"{1000 + steady(row['industry_name'], 2000)}",
            "sicname1": row["industry_name"],
            "tot1_value": f"{direct:.2f}",
            "tot2_value": f"{indirect:.2f}",
            "tot_value": f"{direct + indirect:.2f}",
            "cause": "依法申報",
            "check_yn": "是",
        }

    def inventory(self) -> list[Row]:
        """GHG_P_02 from 1990 on; a new edition in July."""
        known = {int(row["year"]): row for row in embedded("ghg_p_02")}
        first, last = min(known), max(known)
        years = range(1990, last + 1 + self.since(7, 1))
        gases = ("co2", "ch4", "n2o", "hfcs", "pfcs", "sf6", "nf3")
        found = []
        for year in years:
            factor = 0.98 if year > last else min(1.0, 0.5 + (year - 1990) / (first - 1990) / 2)
            row = known[min(max(year, first), last)]
            kt = {gas: round(float(row[f"{gas}_kt"] or 0) * factor, 3) for gas in gases}
            kt["total_ghg_emission"] = round(sum(kt.values()), 3)
            kt["co2_absorption"] = round(float(row["absorption_kt"]) * factor, 3)
            kt["net_ghg_emission"] = round(kt["total_ghg_emission"] + kt["co2_absorption"], 3)
            found.append({"year": str(year), **{k: f"{v:,}" for k, v in kt.items()}})
        return found

    def declarations(self, key: str) -> list[Row]:
        """A few rows of a layout that no file has shown yet; others each quarter."""
        quarter = f"{self.today.year}Q{(self.today.month + 2) // 3}"
        return [
            {"FacilityID": f"X{n:07}", "EMS_NO": str(n), key: f"{quarter}-{n}"} for n in range(9)
        ]

    def fuel(self) -> list[Row]:
        """AQX_P_555, so far as one can guess; one quarter more each quarter."""
        plants = sorted({row["control_no"].upper() for row in embedded("ghg_registry")})[:60]
        done = (self.today.month - 1) // 3
        quarters = [(2024, 1 + n) for n in range(4)] + [(2025, 1 + n) for n in range(done)]
        return [
            {"管制編號": no, "年度": str(year - ROC), "季別": str(quarter), "燃料": "煙煤",
             "用量": f"{100 + steady(no, 900)}", "單位": "公噸"}
            for no in plants for year, quarter in quarters
        ]  # fmt: skip

    # -- Exchanges --------------------------------------------------------------------------------

    def _exchange(self, dataset: str, endpoint: str) -> Callable[[Seen], Reply]:
        market = endpoint.split("_")[1].upper()

        def answer(seen: Seen) -> Reply:
            if self.is_wrong("web page") and dataset == "company_basics":
                return page_of("系統維護中")
            made = {
                "company_basics": self.basics,
                "monthly_revenue": self.revenue,
                "twse_esg_ghg": self.tonnes,
                "twse_esg_energy": self.renewable,
            }[dataset]
            rows = [row for company in self.companies(market) if (row := made(company, market))]
            return Reply(body=json.dumps(rows, ensure_ascii=False).encode())

        return self._guarded(answer)

    def companies(self, market: str) -> Iterator[Row]:
        """Companies of a market: one more in April, one less in July."""
        known = self.known("market_company", "stock_code")
        known = [row for row in known if row["market_name"] == MARKETS[market]]
        fresh = [{**known[0], "stock_code": "9988", "tax_id": "04595257", "company_name": "新測試"}]
        yield from known[: len(known) - self.since(7, 1)]
        yield from fresh if market == "L" and self.since(4, 1) else []

    def basics(self, company: Row, market: str) -> Row:
        """A row of t187ap03, in Chinese or, of the Taipei Exchange, in English."""
        code = company["stock_code"]
        capital = (50 + steady(code, 500)) * 10_000_000
        values = {
            "report_date": roc_day(self.today), "stock_code": code, "tax_id": company["tax_id"],
            "company_name": company["company_name"], "short_name": company["short_name"],
            "english_name": f"TEST{code}", "industry_code": f"{1 + steady(code, 30):02}",
            "address": f"二路{steady(code, 900)}號", "country_code": "－",
            "founded_on": f"19{steady(code, 30) + 60}0221",
            "listed_on": f"20{steady(code, 20) + 1:02}0905", "paid_in_capital_twd": str(capital),
            "shares_outstanding": str(capital // 10 - 1 - steady(code, 9)),
        }  # fmt: skip
        return as_printed("company_basics", "chinese" if market in "LP" else "tpex-english", values)

    def revenue(self, company: Row, _: str) -> Row:
        """A row of t187ap05: the month before, from the tenth on."""
        month = self.today.replace(day=1) - timedelta(days=1)
        if self.today.day < 10:
            month = month.replace(day=1) - timedelta(days=1)
        code, m = company["stock_code"], month.month
        before = month.replace(day=1) - timedelta(days=1)
        now, last = earned(code, month.year, m), earned(code, month.year - 1, m)
        previous = earned(code, before.year, before.month)
        total, total_last = (
            sum(earned(code, year, n) for n in range(1, m + 1))
            for year in (month.year, month.year - 1)
        )
        figures = {
            "revenue_twd1000": now, "previous_month_twd1000": previous,
            "same_month_last_year_twd1000": last, "month_change_pct": 100 * (now / previous - 1),
            "year_change_pct": 100 * (now / last - 1), "cumulated_twd1000": total,
            "cumulated_last_year_twd1000": total_last,
            "cumulated_change_pct": 100 * (total / total_last - 1),
        }  # fmt: skip
        values = {
            "report_date": roc_day(self.today), "period": f"{month.year - ROC}{m:02}",
            "stock_code": code, "company_name": company["short_name"] or company["company_name"],
            "industry_name": company["industry_name"], "note": "-",
        }  # fmt: skip
        for name, value in figures.items():
            values[name] = f"{value:.6g}" if "pct" in name else str(value)
        return as_printed("monthly_revenue", "2023", values)

    def tonnes(self, company: Row, _: str) -> Row | None:
        """A row of t187ap46 topic 1, from July to November."""
        code = company["stock_code"]
        if not 7 <= self.today.month <= 11 or steady(code, 3) == 0:
            return None
        size = [str(100 + steady(f"{code}{scope}", 90_000)) for scope in (1, 2, 3)]
        values = {"stock_code": code, "company_name": company["company_name"]} | {
            f"scope{n}_{what}": said
            for n in (1, 2, 3)
            for what, said in (
                ("tco2e", size[n - 1]),
                ("boundary", "合併" if steady(code, 2) else "個體"),
                ("assurance", "已確信" if steady(code, 5) else "無"),
            )
        }
        values["intensity_value"] = f"{1 + steady(code, 90) / 10}"
        return self._of_year("twse_esg_ghg", values)

    def renewable(self, company: Row, _: str) -> Row | None:
        """A row of t187ap46 topic 2, from July to November."""
        code = company["stock_code"]
        if not 7 <= self.today.month <= 11 or steady(code, 3) == 0:
            return None
        values = {
            "stock_code": code, "company_name": company["company_name"],
            "renewable_share_ratio": f"{steady(code, 60) / 2}%",
            "boundary": "合併" if steady(code, 2) else "個體",
            "assurance": "已確信" if steady(code, 5) else "無",
        }  # fmt: skip
        return self._of_year("twse_esg_energy", values)

    def _of_year(self, dataset: str, values: Row) -> Row:
        about = {"出表日期": roc_day(self.today), "報告年度": str(self.year - 1 - ROC)}
        return as_printed(dataset, "open-data", values) | about

    # -- One address each -------------------------------------------------------------------------

    def funds(self, seen: Seen) -> Reply:
        """Holdings at the end of a quarter, two weeks after it."""
        year, quarter = int(seen.form["year"]) + ROC, int(seen.form["season"])
        end = (date(year, 3 * quarter, 28) + timedelta(days=4)).replace(day=1)
        tables = []
        if self.today >= end + timedelta(days=14):
            by_fund: dict[str, list[Row]] = {}
            for row in self.known("fund_holding", "fund_name"):
                by_fund.setdefault(row["fund_name"], []).append(row)
            for fund, held in by_fund.items():
                tables.append(fund_tables(fund, held, year, quarter))
        html = f"<html><body>{''.join(tables)}</body></html>"
        return Reply(body=html.encode(), kind="text/html; charset=utf-8")

    def register(self, seen: Seen) -> Reply:
        """Tickers of funds by name."""
        known = {row["fund_name"]: row["fund_code"] for row in embedded("fund_holding")}
        rows = [
            {"基金代號": code, "基金中文名稱": name, "基金簡稱": name}
            for name, code in known.items()
        ]
        return Reply(body=json.dumps(rows, ensure_ascii=False).encode())

    def dashboard(self, seen: Seen) -> Reply:
        """The workbook of the SBTi: a company more each week; the connection is cut twice."""
        weeks = (self.today - date(self.year, 1, 1)).days // 7
        content = workbook(700 // self.every + weeks)
        is_cut = self.is_wrong("cut connection") and self.cuts < 2
        self.cuts += is_cut
        return stored(content, etag=f'"{weeks}"', cut_after=1_000 if is_cut else None)(seen)

    def catalogue(self, seen: Seen) -> Reply:
        """Where the indicators are."""
        file = {"resourceFormat": "CSV", "resourceDescription": "能源指標",
                "resourceDownloadUrl": "https://www.moeaea.gov.tw/file.csv"}  # fmt: skip
        return Reply(body=json.dumps({"result": {"distribution": [file]}}).encode())

    def indicators(self, seen: Seen) -> Reply:
        """Energy indicators; another year since September."""
        headers = layout_of("energy_indicators", "2024").map
        rows = list(embedded("energy_indicator"))
        if self.since(9, 1):
            rows.append({**rows[-1], "year": str(int(rows[-1]["year"]) + 1)})
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(headers)
        for row in rows:
            writer.writerow([indicator(row, columns[0]) for columns in headers.values()])
        return Reply(body=text.getvalue().encode("utf-8-sig"), kind="text/csv")
