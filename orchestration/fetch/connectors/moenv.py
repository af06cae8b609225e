"""Ministry of Environment: the open data API, version 2, page by page.

Belongs here: its parameters, its key. Does not: what makes pages a whole (paging.py), columns
(landing/contracts).
"""

from datetime import datetime

from orchestration.errors import KeyMissing
from orchestration.fetch import paging
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.spool import Fetched, Spool
from orchestration.settings import MOENV_KEY, secret

NEEDS: tuple[str, ...] = ()
# what tells two rows apart, and the order asked for; absent where no document names the columns
KNOWS = ("key",)
LIMIT = 1000  # the most that the API gives at once
WHERE = "https://data.moenv.gov.tw (for members; it holds for a year)"


def fetch(
    endpoint: Endpoint, client: Client, spool: Spool, now: datetime, period: str | None
) -> Fetched:
    """Every row of the set, as one file.

    Raises FetchFailed (KeyMissing without a key) or FetchRefused.
    """
    key = secret(MOENV_KEY)
    if key is None:
        raise KeyMissing(
            endpoint.endpoint,
            f"the Ministry's API needs a key. Ask for one at {WHERE} and set {MOENV_KEY}."
            " Until then the last release stands.",
        )
    before = client.requests
    whole = paging.whole(
        endpoint,
        client,
        spool,
        now,
        limit=LIMIT,
        key=tuple(endpoint.words.get("key", ())),
        secret={"api_key": key},
        renew=f"Renew {MOENV_KEY} at {WHERE}.",
    )
    return spool.place(
        whole.content,
        now=now,
        url=endpoint.address,
        requests=client.requests - before,
        rows=whole.rows,
    )
