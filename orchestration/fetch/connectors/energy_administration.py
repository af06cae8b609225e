"""Energy Administration: the energy indicators, found through the catalogue of data.gov.tw.

Belongs here: from the catalogue's entry to the file, whose address changes. Does not: its columns
(landing/contracts/energy_indicators.yml).
"""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from orchestration.errors import FetchRefused
from orchestration.fetch.answers import NOT_PUBLISHED, STAYS, UNCHANGED
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.spool import Fetched, Spool

NEEDS: tuple[str, ...] = ()
# part of the description that tells one CSV file of the entry from the others
KNOWS = ("description",)


def fetch(
    endpoint: Endpoint, client: Client, spool: Spool, now: datetime, period: str | None
) -> Fetched:
    """The CSV file that the catalogue leads to, if it is another one.

    Raises FetchFailed; FetchRefused where the catalogue leads to no file, several, or another host.
    """
    catalogue = client.get(endpoint)
    file_url = address_in(endpoint, catalogue.content)
    answer = client.get(endpoint, url=endpoint.at(file_url), expects="csv", **spool.validators())
    requests = catalogue.requests + answer.requests
    if answer.state == UNCHANGED:
        return spool.unchanged(now, requests)
    if answer.state == NOT_PUBLISHED:
        return spool.not_published(requests)
    return spool.place(
        answer.content,
        now=now,
        url=file_url,
        requests=requests,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def address_in(endpoint: Endpoint, content: bytes) -> str:
    """The address of the one CSV file of a catalogue entry, encrypted. Raises FetchRefused."""
    try:
        entry: Any = json.loads(content)
        found = {
            item["resourceDownloadUrl"]: str(item.get("resourceDescription") or "")
            for item in entry["result"]["distribution"]
            if str(item.get("resourceFormat", "")).upper() == "CSV"
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FetchRefused(
            f"{endpoint.endpoint}: the catalogue answered no entry with `distribution`. {STAYS}"
        ) from None
    wanted = endpoint.words.get("description", "")
    urls = [url for url, description in found.items() if wanted in description]
    if len(urls) != 1:
        shown = ", ".join(repr(text) for text in found.values()) or "none"
        raise FetchRefused(
            f"{endpoint.endpoint}: expected one CSV file in the catalogue, found {len(urls)}"
            f" ({shown}). Say which description it has by `description` in"
            f" orchestration/fetch/endpoints.yml. {STAYS}"
        )
    parts = urlsplit(urls[0])
    if parts.hostname not in endpoint.hosts:
        raise FetchRefused(
            f"{endpoint.endpoint}: the catalogue leads to {parts.hostname}, a host that is not"
            " registered for it. If the publisher moved, list it under `hosts` in"
            f" orchestration/fetch/endpoints.yml. {STAYS}"
        )
    return parts._replace(scheme="https").geturl()
