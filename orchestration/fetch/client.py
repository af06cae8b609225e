"""The one HTTP client: asks politely, follows carefully, takes no more than it should.

Belongs here: one question and its answer. Does not: what the answer means (connectors), where it is
kept (spool.py), certificates and retries (transport.py).

Every sentence and every log line goes through the redaction, and what requests raises is never
chained to what we raise: its text and its attributes hold the address with the key.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import (
    ChunkedEncodingError,
    ConnectionError,
    ContentDecodingError,
    ProxyError,
    ReadTimeout,
    RequestException,
    SSLError,
)
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from orchestration.errors import FetchFailed, FetchRefused, HostUnreachable, RunStopped
from orchestration.fetch import transport
from orchestration.fetch.answers import (
    NOT_PUBLISHED,
    OK,
    STAYS,
    UNCHANGED,
    Answer,
    judge,
    refused_status,
    shown,
)
from orchestration.fetch.body import Cut, Memory, Part
from orchestration.fetch.endpoints import Endpoint
from orchestration.fetch.manners import POLITE, Manners
from orchestration.fetch.transport import REDACTION
from orchestration.settings import is_loopback

CHUNK = 1 << 16
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass
class _Question:
    """One request, as it is asked again after a redirect or a cut."""

    method: str
    url: str
    params: Mapping[str, str] | None
    data: Mapping[str, str] | None
    headers: dict[str, str]
    asked_before: int

    @property
    def asks_whether_changed(self) -> bool:
        return "If-None-Match" in self.headers or "If-Modified-Since" in self.headers


class Client:
    """Asks publishers. One of it serves many endpoints, so that hosts get their pauses.

    `requests` counts what went out, retries included.
    """

    def __init__(self, manners: Manners = POLITE) -> None:
        self.manners = manners
        self.requests = 0
        self._session = transport.session(manners)
        self._last: dict[str, float] = {}

    def get(
        self,
        endpoint: Endpoint,
        *,
        url: str | None = None,
        params: Mapping[str, str] | None = None,
        secret: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        expects: str = "json",
        headers: Mapping[str, str] | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        part: Path | None = None,
        missing_is_unpublished: bool = False,
        says_no: Callable[[bytes], str | None] = lambda body: None,
    ) -> Answer:
        """Ask `url` (default: the endpoint's), as a form where there is `data`.

        `secret` are parameters that no text may hold. `etag` and `last_modified` ask whether it
        changed. `part` is where a large file grows, to be resumed after a cut. `expects` is json,
        csv, xlsx or html. `missing_is_unpublished` takes a 404 for a period that is not there yet.
        `says_no` knows a publisher's own ways to refuse: it gives what to do about a body, or None.
        Raises FetchFailed (HostUnreachable without a connection) or FetchRefused.
        """
        for value in (secret or {}).values():
            REDACTION.learn(value)
        before = self.requests
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        asked = {name: value for name, value in validators.items() if value}
        question = _Question(
            "POST" if data is not None else "GET",
            url or endpoint.address,
            {**(params or {}), **(secret or {})} or None,
            data,
            {**asked, **(headers or {})},
            before,
        )
        found: Any = None
        try:
            found = self._whole(endpoint, question, expects, part, missing_is_unpublished, says_no)
        except RunStopped as error:
            found = error
        except (RequestException, HTTPError, ValueError) as error:
            found = _sentence(endpoint, question.url, error)
        if isinstance(found, Exception):
            raise found.with_traceback(None)  # outside of `except`: nothing of requests is chained
        state, address, body, answered = found
        return Answer(
            state,
            REDACTION.text(address),
            body,
            answered.get("ETag"),
            answered.get("Last-Modified"),
            self.requests - before,
        )

    def _whole(
        self,
        endpoint: Endpoint,
        question: _Question,
        expects: str,
        part: Path | None,
        missing_is_unpublished: bool,
        says_no: Callable[[bytes], str | None],
    ) -> tuple[str, str, bytes, Mapping[str, str]]:
        """The answer's state, address without query, body and headers; a cut one is asked again."""
        grown = Part(part, question.url) if part else None
        for attempt in range(self.manners.retries + 1):
            if attempt:
                time.sleep(min(self.manners.backoff * 2**attempt, self.manners.backoff_max))
            resumed = grown.resume() if grown else {}
            with self._followed(endpoint, question, resumed) as response:
                who = _who(endpoint, response.url)
                address = response.url.split("?")[0]
                if response.status_code == 304 and question.asks_whether_changed:
                    if grown:
                        grown.clear()
                    return UNCHANGED, address, b"", response.headers
                if response.status_code == 404 and missing_is_unpublished:
                    return NOT_PUBLISHED, address, b"", response.headers
                if response.status_code == 416 and "Range" in resumed:
                    grown.clear()
                    continue
                expected = (200, 206) if "Range" in resumed else (200,)
                if response.status_code not in expected:
                    body = next(response.iter_content(CHUNK), b"")
                    _heed(who, says_no(body), body)
                    asked = self.requests - question.asked_before
                    raise refused_status(who, response.status_code, body, asked)
                try:
                    body = self._body(endpoint, who, response, grown)
                except Cut:
                    continue
                headers = dict(response.headers)
            if grown:
                grown.clear()
            _heed(who, says_no(body), body)
            state = judge(who, 200, headers, body, expects)
            return state, address, body if state == OK else b"", headers
        raise FetchFailed(
            f"{_who(endpoint, question.url)} cut the connection in the middle of its answer,"
            f" {self.manners.retries + 1} times; ask again later. {STAYS}"
        )

    def _followed(
        self, endpoint: Endpoint, question: _Question, more: Mapping[str, str]
    ) -> requests.Response:
        """The response after redirects, each of which has to lead to a host registered for it."""
        url, params = question.url, question.params
        seen = set()
        for _ in range(self.manners.most_redirects + 1):
            response = self._send(endpoint, question, url, params, more)
            target = response.headers.get("Location")
            if response.status_code not in REDIRECTS or not target:
                return response
            response.close()
            here, url, params = url, urljoin(response.url, target), None
            self._allow(endpoint, question, here, url)
            if url in seen:
                break
            seen.add(url)
        raise FetchRefused(
            f"{_who(endpoint, question.url)} redirects in a circle or too often. {STAYS}"
        )

    def _allow(self, endpoint: Endpoint, question: _Question, here: str, there: str) -> None:
        source, goal = urlsplit(here), urlsplit(there)
        who = _who(endpoint, here)
        secure = goal.scheme == "https" or (
            goal.scheme == "http" and is_loopback(goal.hostname or "") and source.scheme == "http"
        )
        if not secure:
            raise FetchRefused(
                f"{who} redirects to {goal.scheme}://{goal.hostname}, which is not encrypted."
                f" {STAYS}"
            )
        own = urlsplit(question.url).netloc
        if goal.netloc != own and goal.hostname not in endpoint.hosts:
            raise FetchRefused(
                f"{who} redirects to {goal.hostname}, a host that is not registered for it. If the"
                " publisher moved, correct `url`, or list the host under `hosts`, in"
                f" orchestration/fetch/endpoints.yml. {STAYS}"
            )
        if question.method != "GET":
            raise FetchRefused(
                f"{who} redirects a form; correct `url` in orchestration/fetch/endpoints.yml."
                f" {STAYS}"
            )

    def _send(
        self,
        endpoint: Endpoint,
        question: _Question,
        url: str,
        params: Mapping[str, str] | None,
        more: Mapping[str, str],
    ) -> requests.Response:
        host, bundle = urlsplit(url).netloc, transport.trust_bundle()
        transport.tls_context(bundle)  # here, since requests would call its refusal a wrong address
        wait = self._last.get(host, -1e9) + self.manners.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        try:
            response = self._session.request(
                question.method,
                url,
                params=params,
                data=question.data,
                headers={**question.headers, **more},
                timeout=(self.manners.connect_timeout, endpoint.timeout_seconds),
                allow_redirects=False,
                stream=True,
                verify=bundle,
                proxies=transport.proxies_for(url),
            )
        except RequestException:
            self.requests += 1
            raise
        finally:
            self._last[host] = time.monotonic()
        retried = getattr(response.raw, "retries", None)
        self.requests += 1 + (len(retried.history) if retried else 0)
        return response

    def _body(
        self, endpoint: Endpoint, who: str, response: requests.Response, grown: Part | None
    ) -> bytes:
        """The body in one piece. Raises Cut, or FetchRefused beyond the endpoint's size."""
        most = endpoint.max_mb * 1_000_000
        sink = grown.begin(response) if grown else Memory()
        began = time.monotonic()
        declared = response.headers.get("Content-Length", "")
        too_large = FetchRefused(
            f"{who} sends more than {endpoint.max_mb} MB, the most that is taken (`max_mb` in"
            f" orchestration/fetch/endpoints.yml); the rest was not read. {STAYS}"
        )
        with sink:
            if declared.isdigit() and sink.size + int(declared) > most:
                raise too_large
            try:
                for chunk in response.iter_content(CHUNK):
                    sink.write(chunk)
                    if sink.size > most:
                        sink.clear()
                        raise too_large
                    if time.monotonic() - began > self.manners.deadline:
                        raise FetchFailed(
                            f"{who} needs more than {self.manners.deadline:,.0f} seconds for one"
                            f" answer; ask again later. {STAYS}"
                        )
            except (ChunkedEncodingError, ConnectionError, ContentDecodingError):
                cut = True
            else:
                cut = False
        if cut:
            raise Cut
        return sink.content()


def _sentence(endpoint: Endpoint, url: str, error: Exception) -> FetchFailed:
    """What went wrong below HTTP, in a sentence with nothing of the address but the host."""
    who, host = _who(endpoint, url), urlsplit(url).hostname or ""
    cause = _cause(error)
    if isinstance(error, SSLError):
        return FetchFailed(
            f"{who}: its certificate could not be verified ({_reason(error)}); verification is"
            f" never turned off. See the run book, Fetching. {STAYS}"
        )
    if isinstance(error, ProxyError):
        return HostUnreachable(f"{host} cannot be reached: the proxy does not answer.", host)
    if isinstance(error, ReadTimeout) or isinstance(cause, ReadTimeoutError):
        return FetchFailed(
            f"{who} gave no answer within {endpoint.timeout_seconds} seconds; ask again later."
            f" {STAYS}"
        )
    if isinstance(cause, ProtocolError):
        return FetchFailed(f"{who} cut the connection before it answered; ask again later. {STAYS}")
    if isinstance(error, ConnectionError):
        return HostUnreachable(f"{host} cannot be reached.", host)
    return FetchFailed(f"{who} could not be asked ({type(error).__name__}). {STAYS}")


def _cause(error: Exception) -> object:
    """What urllib3 found, below the error of requests and the count of its retries."""
    below = error.args[0] if error.args else None
    return getattr(below, "reason", below)


def _who(endpoint: Endpoint, url: str) -> str:
    return f"{endpoint.endpoint}: {urlsplit(url).hostname}"


def _heed(who: str, remedy: str | None, body: bytes) -> None:
    """Raise FetchFailed if the publisher refuses in its own words."""
    if remedy:
        raise FetchFailed(f"{who} refuses: {shown(body)}. {remedy} {STAYS}")


def _reason(error: Exception) -> str:
    """OpenSSL's own words for what is wrong with a certificate."""
    text = str(error)
    start = text.find("certificate verify failed")
    if start >= 0:
        return REDACTION.text(text[start:]).split(" (_ssl")[0]
    return "the handshake failed"
