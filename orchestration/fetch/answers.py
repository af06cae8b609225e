"""What came back: status, type and first bytes, before anybody reads it as data.

Belongs here: error pages, throttling, wrong types, an unpublished period. Does not: rows
(paging.py, connectors), getting the bytes (client.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from orchestration.errors import FetchFailed, FetchRefused
from orchestration.fetch.transport import REDACTION

STAYS = "Nothing was kept; the last release stands."
OK, UNCHANGED, NOT_PUBLISHED = "ok", "unchanged", "not_published"
# a publisher that serves a file as plain bytes is believed by its content
ANY_FILE = {"", "application/octet-stream", "binary/octet-stream", "application/download"}
TYPES = {
    "json": {"application/json", "text/json", "text/plain"},
    "csv": {"text/csv", "application/csv", "text/plain", "application/vnd.ms-excel"},
    "xlsx": {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        "application/zip",
    },
    "html": {"text/html", "application/xhtml+xml", "text/plain"},
}
# pages that MOPS serves with status 200, by their size in bytes (SOURCES: measured on stored ones)
THROTTLED_SIZES = {97: '"n/a"', 496: "too many requests"}
MOVED_SIZE = 65  # a script that leads to another host
NOT_PUBLISHED_SIZE = 916


@dataclass(frozen=True)
class Answer:
    """An answer that is what was asked for.

    `state` is ok, unchanged (304) or not_published; `content` is empty unless it is ok. `url` is
    the address without secrets.
    """

    state: str
    url: str
    content: bytes = b""
    etag: str | None = None
    last_modified: str | None = None
    requests: int = 1


def judge(who: str, status: int, headers: Mapping[str, Any], body: bytes, expects: str) -> str:
    """Whether an answer with status 200 is data (ok) or says that there is none yet.

    `who` begins each sentence. Raises FetchFailed for throttling, FetchRefused for a web page, a
    script, or a type or content other than expected.
    """
    kind = str(headers.get("Content-Type", "")).split(";")[0].strip().casefold()
    start = body[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        raise FetchRefused(f"{who} answered with nothing; an empty answer is no data. {STAYS}")
    is_page = start[:1] == b"<"
    if expects == "html" or is_page:
        if len(body) == NOT_PUBLISHED_SIZE:
            return NOT_PUBLISHED
        if len(body) in THROTTLED_SIZES:
            what = THROTTLED_SIZES[len(body)]
            raise FetchFailed(f"{who} answered {what} instead of data; ask again later. {STAYS}")
        if len(body) == MOVED_SIZE:
            raise FetchRefused(
                f"{who} answered with a script that leads elsewhere: the address is out of date."
                f" Correct `url` in orchestration/fetch/endpoints.yml. {STAYS}"
            )
    if is_page and expects != "html":
        raise FetchRefused(
            f"{who} answered with a web page ({len(body):,} bytes, begins {shown(start)})"
            f" where {expects} was expected. Open the address in a browser and see what it says."
            f" {STAYS}"
        )
    if kind not in TYPES[expects] | ANY_FILE:
        raise FetchRefused(
            f"{who} answered with content of type {kind!r} where {expects} was expected. {STAYS}"
        )
    if expects == "xlsx" and start[:2] != b"PK":
        raise FetchRefused(f"{who} answered no workbook (begins {shown(start)}). {STAYS}")
    return OK


def refused_status(who: str, status: int, body: bytes, requests: int) -> FetchFailed | FetchRefused:
    """The sentence for an answer that is not a success."""
    said = f" It says {shown(body)}." if body.strip() and body.lstrip()[:1] != b"<" else ""
    if status in (429, 503):
        return FetchFailed(
            f"{who} asks for a pause (status {status}, after {requests} requests);"
            f" ask again later.{said} {STAYS}"
        )
    if status >= 500:
        return FetchFailed(
            f"{who} has a fault (status {status}, after {requests} requests);"
            f" ask again later.{said} {STAYS}"
        )
    if status in (404, 410):
        return FetchRefused(
            f"{who} has no such address (status {status}). If it moved, correct `url` in"
            f" orchestration/fetch/endpoints.yml.{said} {STAYS}"
        )
    if status in (401, 403):
        return FetchRefused(f"{who} refuses access (status {status}).{said} {STAYS}")
    return FetchRefused(f"{who} answered with status {status}.{said} {STAYS}")


def shown(body: bytes) -> str:
    """The beginning of a body in quotes, on one line, without secrets."""
    text = body[:200].decode("utf-8", "replace")
    return repr(REDACTION.text(" ".join(text.split()))[:80])
