"""Market Observation Post System: what each fund holds at the end of a quarter, a page of HTML.

Belongs here: the form, the code of a fund by its full name, the CSV that is landed. Does not: the
page (fund_page.py).

The page names funds, and gives numbers of its own (A00005) in place of tickers. The exchange's
register of funds (t187ap47_L) has full name, short name and ticker; a fund that it does not have,
or has twice, stands under its name, as funds without a ticker do. Of the register nothing is kept:
it names fund managers.
"""

import csv
import io
import re
from collections import defaultdict
from datetime import datetime

from orchestration.errors import FetchRefused
from orchestration.fetch.answers import NOT_PUBLISHED, STAYS
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.fund_page import Holding, holdings
from orchestration.fetch.open_data import listed, value_of
from orchestration.fetch.spool import TAIPEI, Fetched, Spool

NEEDS = ("form", "register", "key", "full_name", "short_name")
KNOWS: tuple[str, ...] = ()
ROC = 1911
PERIOD = re.compile(r"(\d{3})Q([1-4])")
HEADER = ("基金代號", "基金名稱", "年度", "季別", "證券代號", "證券簡稱", "持股比率")


def fetch(
    endpoint: Endpoint, client: Client, spool: Spool, now: datetime, period: str | None
) -> Fetched:
    """The holdings at the end of a quarter (`115Q2`, ROC), by default the last one that is over.

    Raises FetchFailed; FetchRefused for a period that is none, a page of another layout or quarter,
    a security twice in a fund. A row without code or weight is kept, and quarantined by landing.
    """
    period = period or last_quarter(now)
    match = PERIOD.fullmatch(period)
    if match is None:
        raise FetchRefused(f"{endpoint.endpoint}: {period!r} is no quarter such as 115Q2. {STAYS}")
    year, quarter = int(match[1]), int(match[2])
    form = {**endpoint.words["form"], "year": str(year), "season": f"{quarter:02}"}
    page = client.get(endpoint, data=form, expects="html")
    found = []
    if page.state != NOT_PUBLISHED:
        found = holdings(endpoint.endpoint, decoded(endpoint, page.content), year, quarter)
    if not found:
        return spool.not_published(page.requests)
    answer = client.get(endpoint, url=endpoint.at(endpoint.words["register"]))
    return spool.place(
        as_csv(endpoint, found, registered(endpoint, answer.content), year, quarter),
        now=now,
        url=page.url,
        requests=page.requests + answer.requests,
        rows=len(found),
        period=period,
    )


def last_quarter(now: datetime) -> str:
    """The last quarter that was over in Taipei, as 115Q2 (ROC year)."""
    today = now.astimezone(TAIPEI)
    year, quarter = today.year - ROC, (today.month - 1) // 3
    return f"{year}Q{quarter}" if quarter else f"{year - 1}Q4"


def decoded(endpoint: Endpoint, content: bytes) -> str:
    """The text of a page: UTF-8 or Big5, whichever it is, not what it says. Raises FetchRefused."""
    for encoding in ("utf-8-sig", "cp950"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FetchRefused(f"{endpoint.endpoint}: the page is neither UTF-8 nor Big5. {STAYS}")


def registered(endpoint: Endpoint, content: bytes) -> dict[str, tuple[str, str]]:
    """Ticker and short name by full name of the register, without names that two funds have."""
    by_name: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in listed(endpoint, content):
        full, ticker, short = (
            value_of(endpoint, row, endpoint.words[word])
            for word in ("full_name", "key", "short_name")
        )
        by_name[_folded(full)].append((ticker, short or full))
    return {name: funds[0] for name, funds in by_name.items() if name and len(funds) == 1}


def as_csv(
    endpoint: Endpoint,
    found: list[Holding],
    known: dict[str, tuple[str, str]],
    year: int,
    quarter: int,
) -> bytes:
    """The holdings in the layout that the contract lands. Raises FetchRefused for a row twice."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    seen = set()
    for each in found:
        fund, name = known.get(_folded(each.fund), (each.fund, each.fund))
        if each.code and (fund, each.code) in seen:
            raise FetchRefused(
                f"{endpoint.endpoint}: {each.fund} holds {each.code} in two rows. {STAYS}"
            )
        seen.add((fund, each.code))
        writer.writerow((fund, name, year, quarter, each.code, each.name, each.weight))
    return text.getvalue().encode()


def _folded(name: str) -> str:
    return "".join(name.split()).replace("台", "臺").casefold()
