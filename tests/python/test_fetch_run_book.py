"""What the run book says of fetching is what endpoints.yml and the contracts say.

Belongs here: its two tables. Does not: whether an endpoint works (test_fetch and others).
"""

import re

import pytest

from orchestration.fetch.endpoints import endpoints
from orchestration.fetch.table import RUN_BOOK, in_run_book, table, when
from orchestration.landing.contract import load_all

TEXT = RUN_BOOK.read_text(encoding="utf-8")
BY_HAND = "| dropped by hand | why there is no endpoint |"


def test_the_table_of_endpoints_is_that_of_the_entries():
    start, end = in_run_book(TEXT)
    written = TEXT.splitlines()[start:end]
    assert written == table(), "run: python -m orchestration.fetch.table"


def test_every_published_dataset_is_fetched_or_said_to_be_dropped_by_hand():
    lines = TEXT.splitlines()
    rows = lines[lines.index(BY_HAND) + 2 :]
    rows = rows[: next(n for n, row in enumerate(rows) if not row.startswith("|"))]
    by_hand = [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]
    fetched = {each.dataset for each in endpoints()}
    published = {contract.dataset for contract in load_all() if not contract.own}
    assert sorted(by_hand) == sorted(published - fetched)
    assert all(len(row.split("|")[2].split()) > 3 for row in rows)


@pytest.mark.parametrize(
    ("cron", "words"),
    [
        ("30 6 * * 1", "Mon 06:30"),
        ("0 7 * * 5,7", "Fri, Sun 07:00"),
        ("5 6 * * *", "daily 06:05"),
        ("50 6 12,18 * *", "day 12, 18, 06:50"),
        ("0 7 5 7-11 *", "day 5 of month 7 to 11, 07:00"),
        ("*/5 6 * * *", "`*/5 6 * * *`"),
        ("0 6 1 * 1", "`0 6 1 * 1`"),
        ("0 6 * 3 *", "`0 6 * 3 *`"),
    ],
)
def test_a_calendar_in_words(cron: str, words: str):
    assert when(cron) == words
