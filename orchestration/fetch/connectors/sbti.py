"""Science Based Targets initiative: the target dashboard, one workbook at one address.

Belongs here: asking for it. Does not: its columns (landing/contracts/sbti_companies.yml).
"""

from datetime import datetime

from orchestration.fetch.answers import UNCHANGED
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.spool import Fetched, Spool

NEEDS: tuple[str, ...] = ()
KNOWS: tuple[str, ...] = ()


def fetch(
    endpoint: Endpoint, client: Client, spool: Spool, now: datetime, period: str | None
) -> Fetched:
    """The workbook of today, if it is another one. Raises FetchFailed or FetchRefused."""
    answer = client.get(endpoint, expects="xlsx", part=spool.part, **spool.validators())
    if answer.state == UNCHANGED:
        return spool.unchanged(now, answer.requests)
    return spool.place(
        answer.content,
        now=now,
        url=answer.url,
        requests=answer.requests,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )
