"""Open data from its publishers into the landing folder: one client, one module per publisher.

Belongs here: asking, proving that an answer is whole, keeping it until it is. Does not: what a file
means (landing/), when to ask (the schedules read endpoints.yml).

    endpoints.yml, endpoints.py  what, from where, when     client.py     one question, one answer
    connectors/<publisher>.py    how that publisher answers transport.py  certificates, retries
    paging.py                    pages that are a whole     answers.py    what is no data
    spool.py                     bytes, state, crash        run.py        the command
    open_data.py, fund_page.py   a list, a page of HTML     table.py      of the run book

A connector is a module with `fetch(endpoint, client, spool, now, period) -> Fetched`, which asks
with `client.get` and ends with `spool.place`, `spool.unchanged` or `spool.not_published`, and with
`NEEDS` and `KNOWS`: the words of endpoints.yml that it must and may be given, found in
`endpoint.words`. It raises FetchFailed or FetchRefused, asks addresses only through
`endpoint.address` or `endpoint.at(url)`, and gives the client a key only as `secret`.
"""

from orchestration.fetch.endpoints import endpoints
from orchestration.fetch.run import fetch_dataset, land, run
from orchestration.fetch.spool import Fetched

__all__ = ["Fetched", "endpoints", "fetch_dataset", "land", "run"]
