"""A publisher on this machine: it plays what it is told, good and bad, and notes what was asked.

Belongs here: answers over HTTP and the faults of publishers. Does not: what has to come of them
(test_fetch and others).

    with ReplayServer() as server:
        server.play("/api/v2/GHG_P_01", pages(records, key=["app_year", "controlno"]))
        server.play("/file.xlsx", Reply(429, retry_after=0), stored(content, etag='"1"'))
        monkeypatch.setenv("NETZERO_ENDPOINT_MOENV", server.url)

A path plays its answers in turn and stays with the last one. An answer is a Reply or a function of
what was Seen. Nothing is drawn by chance.
"""

import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Seen:
    """One request as it came in; `headers` in small letters."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    form: dict[str, str]


@dataclass(frozen=True)
class Reply:
    """One answer. `cut_after` ends the connection after so many bytes, `slow` waits first.

    `endless` never stops sending `body`.
    """

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    retry_after: int | None = None
    cut_after: int | None = None
    slow: float = 0.0
    endless: bool = False


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that goes away, or refuses the certificate."""


Answer = Reply | Callable[[Seen], Reply]


class ReplayServer:
    """A server at `url` until the block ends; `seen` holds every request.

    With `tls` (certificate and key, one file) it speaks https.
    """

    def __init__(self, tls: Path | None = None) -> None:
        self.seen: list[Seen] = []
        self._scripts: dict[str, list[Answer]] = {}
        self._turn: dict[str, int] = {}
        self._lock = threading.Lock()
        self._server = _Quiet(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._scheme = "https" if tls else "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}"

    def play(self, path: str, *answers: Answer) -> None:
        """From now on `path` plays these answers in turn, the last one for good."""
        self._scripts[path], self._turn[path] = list(answers), 0

    def asked(self, path: str) -> list[Seen]:
        """The requests for a path, in order."""
        return [seen for seen in self.seen if seen.path == path]

    def answer(self, seen: Seen) -> Reply:
        """What the script says to a request."""
        with self._lock:
            self.seen.append(seen)
            script = self._scripts.get(seen.path)
            if script is None:
                return Reply(404, b"no such path", "text/plain")
            turn = self._turn[seen.path]
            self._turn[seen.path] = min(turn + 1, len(script) - 1)
            found = script[turn]
            return found(seen) if callable(found) else found

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def pages(
    records: Sequence[dict[str, Any]],
    *,
    key: Sequence[str] = (),
    envelope: bool = True,
    total: Callable[[int], Any] | int | None = None,
    disorder: bool = False,
    echoed: str = "",
) -> Callable[[Seen], Reply]:
    """A paged set as the Ministry serves it: limit, offset, and the order that `sort` asks for.

    Without `sort`, or with `disorder`, each page is cut from another order of the rows. `total` is
    what is declared (a number, or of each offset); by default the truth. The envelope repeats the
    key, as the real one does.
    """

    def answer(seen: Seen) -> Reply:
        offset, limit = int(seen.query.get("offset", 0)), int(seen.query.get("limit", 1000))
        rows = list(records)
        if "sort" in seen.query and not disorder:
            names = [part.split()[0] for part in seen.query["sort"].split(",")]
            rows.sort(key=lambda row: [str(row.get(name, "")) for name in names])
        else:
            turn = (offset // limit) * (limit // 3)
            rows = rows[turn:] + rows[:turn]
        found = rows[offset : offset + limit]
        if not envelope:
            return Reply(body=_json(found))
        declared = total(offset) if callable(total) else total
        whole = {
            "__extras": {"api_key": echoed or seen.query.get("api_key", "")},
            "include_total": True,
            "total": str(len(records) if declared is None else declared),
            "limit": str(limit),
            "offset": str(offset),
            "_links": {"next": f"{seen.path}?api_key={seen.query.get('api_key', '')}"},
            "records": found,
        }
        return Reply(body=_json(whole))

    return answer


def stored(
    content: bytes,
    *,
    kind: str = XLSX,
    etag: str | None = '"first"',
    last_modified: str | None = None,
    ranges: bool = True,
    cut_after: int | None = None,
) -> Callable[[Seen], Reply]:
    """A file at rest: 304 to who has it, the rest to who asks for it (`ranges`)."""
    known = {k: v for k, v in {"ETag": etag, "Last-Modified": last_modified}.items() if v}

    def answer(seen: Seen) -> Reply:
        has = seen.headers.get("if-none-match"), seen.headers.get("if-modified-since")
        if (etag and has[0] == etag) or (not etag and last_modified and has[1] == last_modified):
            return Reply(304, b"", kind, known)
        asked = seen.headers.get("range", "")
        if ranges and asked and seen.headers.get("if-range") in known.values():
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            span = f"bytes {start}-{len(content) - 1}/{len(content)}"
            headers = {**known, "Content-Range": span}
            return Reply(206, content[start:], kind, headers, cut_after=cut_after)
        return Reply(200, content, kind, known, cut_after=cut_after)

    return answer


def redirect(to: str, status: int = 302) -> Reply:
    """Go elsewhere."""
    return Reply(status, b"", "text/html", {"Location": to})


def page_of(text: str, size: int | None = None) -> Reply:
    """A web page with status 200; filled up to `size` bytes."""
    body = f"<html><body>{text}</body></html>".encode()
    return Reply(200, body.ljust(size or len(body)), "text/html; charset=utf-8")


def _json(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def _handler(server: ReplayServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            form = dict(parse_qsl(self.rfile.read(length).decode())) if length else {}
            seen = Seen(
                self.command,
                parts.path,
                dict(parse_qsl(parts.query)),
                {name.lower(): value for name, value in self.headers.items()},
                form,
            )
            self._send(server.answer(seen))

        do_POST = do_GET

        def _send(self, reply: Reply) -> None:
            time.sleep(reply.slow)
            try:
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.kind)
                if not reply.endless:
                    self.send_header("Content-Length", str(len(reply.body)))
                if reply.retry_after is not None:
                    self.send_header("Retry-After", str(reply.retry_after))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.close_connection = self.close_connection or reply.endless
                while reply.endless:
                    self.wfile.write(reply.body)
                if reply.status != 304:
                    self.wfile.write(reply.body[: reply.cut_after])
                if reply.cut_after is not None:
                    self.wfile.flush()
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
            except OSError:
                self.close_connection = True  # the other side went away

        def log_message(self, *_: object) -> None:
            """Say nothing: a request line holds the key."""

    return Handler
