"""Single questions: certificates, redirects, sizes, files at rest, parts, patience, proxies.

Belongs here: what the client and the transport promise. Does not: pages, the command (test_fetch).
"""

import gzip
import shutil
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from fetch_case import SBTI, FetchCase
from orchestration.errors import FetchFailed, FetchRefused, HostUnreachable, SettingWrong
from orchestration.fetch import transport
from orchestration.fetch.client import CHUNK, Client
from orchestration.fetch.endpoints import Endpoint, of_dataset
from orchestration.fetch.manners import LOCAL, Manners
from orchestration.settings import base_url
from replay_server import XLSX, ReplayServer, Reply, page_of, redirect, stored

BOOK = b"PK" + bytes(range(256)) * 800


@pytest.fixture
def endpoint() -> Endpoint:
    (found,) = of_dataset("sbti_companies")
    return replace(found, max_mb=1, timeout_seconds=1)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReplayServer]:
    with ReplayServer() as server:
        monkeypatch.setenv("NETZERO_ENDPOINT_SBTI", server.url)
        yield server


@pytest.fixture
def case(tmp_path: Path, server: ReplayServer, monkeypatch: pytest.MonkeyPatch) -> FetchCase:
    return FetchCase(tmp_path, server, monkeypatch, lambda: "")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An authority without a Subject Key Identifier, and a server's certificate and key."""
    folder = tmp_path_factory.mktemp("certificates")
    openssl = shutil.which("openssl")
    assert openssl, "this test needs openssl to make certificates"

    def call(*arguments: str) -> None:
        subprocess.run([openssl, *arguments], cwd=folder, check=True, capture_output=True)

    new = ("req", "-newkey", "rsa:2048", "-nodes")
    days = ("-days", "3650")
    root = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "subjectKeyIdentifier=none")
    call(*new, "-x509", "-keyout", "ca.key", "-out", "ca.pem", *days, "-subj", "/CN=made-up", *root)
    call(*new, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=127.0.0.1")
    (folder / "of.txt").write_text("subjectAltName=IP:127.0.0.1\nauthorityKeyIdentifier=none\n")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "of.txt")
    call("x509", "-req", "-in", "server.csr", "-out", "server.pem", *days, *signed)
    both = folder / "both.pem"
    both.write_bytes((folder / "server.pem").read_bytes() + (folder / "server.key").read_bytes())
    return folder / "ca.pem", both


def test_certificates_are_verified_and_only_the_flag_of_strict_reading_is_off(
    endpoint: Endpoint, certificates: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
):
    authority, both = certificates
    with ReplayServer(tls=both) as server:
        server.play("/book", Reply(200, BOOK, XLSX))
        url, named = f"{server.url}/book", f"{server.url}/book".replace("127.0.0.1", "localhost")
        with pytest.raises(FetchFailed, match=r"certificate could not be verified .*local issuer"):
            Client(LOCAL).get(endpoint, url=url, expects="xlsx")
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority))
        assert Client(LOCAL).get(endpoint, url=url, expects="xlsx").content == BOOK
        with pytest.raises(
            FetchFailed, match=r"certificate could not be verified .*ostname mismatch"
        ):
            Client(LOCAL).get(endpoint, url=named, expects="xlsx")
        strict = ssl.create_default_context(cafile=str(authority))
        strict.verify_flags |= ssl.VERIFY_X509_STRICT
        with pytest.raises(urllib.error.URLError, match="Key Identifier"):
            urllib.request.urlopen(url, context=strict)
    context = transport.tls_context(transport.trust_bundle())
    assert context.verify_mode == ssl.CERT_REQUIRED and context.check_hostname
    assert not context.verify_flags & ssl.VERIFY_X509_STRICT


@pytest.mark.parametrize(("held", "sentence"), [(None, "no file is there"), ("x", "holds no cert")])
def test_a_trust_bundle_that_is_none(
    endpoint: Endpoint,
    server: ReplayServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    held: str | None,
    sentence: str,
):
    bundle = tmp_path / "authorities.pem"
    if held:
        bundle.write_text(held)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
    with pytest.raises(SettingWrong, match=sentence):
        Client(LOCAL).get(endpoint, url=server.url.replace("http:", "https:"), expects="xlsx")


def test_a_redirect_on_the_same_host_is_followed(endpoint: Endpoint, server: ReplayServer):
    server.play(SBTI, redirect("/elsewhere.xlsx", 301))
    server.play("/elsewhere.xlsx", Reply(200, BOOK, XLSX))
    answer = Client(LOCAL).get(endpoint, expects="xlsx")
    assert (answer.content, answer.url) == (BOOK, f"{server.url}/elsewhere.xlsx")
    assert answer.requests == 2


def test_a_redirect_to_another_host_is_followed_if_it_is_listed(
    endpoint: Endpoint, server: ReplayServer
):
    with ReplayServer() as other:
        there = other.url.replace("127.0.0.1", "localhost")
        server.play(SBTI, redirect(f"{there}/book"))
        other.play("/book", Reply(200, BOOK, XLSX))
        with pytest.raises(FetchRefused, match="redirects to localhost, a host that is not"):
            Client(LOCAL).get(endpoint, expects="xlsx")
        assert other.seen == []
        listed = replace(endpoint, hosts=("localhost",))
        assert Client(LOCAL).get(listed, expects="xlsx").content == BOOK


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("file:///etc/passwd", "redirects to file://None, which is not encrypted"),
        ("http://[::1", "could not be asked"),
        ("https://127.0.0.1:1/x", "redirects to 127.0.0.1, a host that is not registered"),
    ],
)
def test_a_redirect_that_leads_astray(
    endpoint: Endpoint, server: ReplayServer, target: str, sentence: str
):
    server.play(SBTI, redirect(target))
    with pytest.raises((FetchFailed, FetchRefused), match=sentence):
        Client(LOCAL).get(endpoint, expects="xlsx")


def test_a_form_is_not_redirected(endpoint: Endpoint, server: ReplayServer):
    server.play(SBTI, redirect("/elsewhere.xlsx"))
    with pytest.raises(FetchRefused, match="redirects a form"):
        Client(LOCAL).get(endpoint, expects="xlsx", data={"year": "114"})
    assert server.seen[0].form == {"year": "114"} and server.seen[0].method == "POST"


@pytest.mark.parametrize("part", [True, False])
@pytest.mark.parametrize(
    "sent",
    [
        Reply(200, b"PK" + b"x" * 65_534, XLSX, endless=True),
        Reply(200, b"PK" + b"x" * 1_000_001, XLSX),
        Reply(200, gzip.compress(bytes(9_000_000)), XLSX, {"Content-Encoding": "gzip"}),
    ],
    ids=["endless", "declared", "packed"],
)
def test_more_than_the_size_is_not_read(
    endpoint: Endpoint, server: ReplayServer, tmp_path: Path, sent: Reply, part: bool
):
    server.play(SBTI, sent)
    with pytest.raises(FetchRefused, match="sends more than 1 MB, the most that is taken"):
        Client(LOCAL).get(endpoint, expects="xlsx", part=tmp_path / "part" if part else None)
    assert sum(path.stat().st_size for path in tmp_path.iterdir() if path.name == "part") == 0


def test_a_slow_answer_ends_in_a_sentence(endpoint: Endpoint, server: ReplayServer):
    hasty = replace(endpoint, timeout_seconds=0.05)
    server.play(SBTI, Reply(200, BOOK, XLSX, slow=0.5))
    with pytest.raises(FetchFailed, match=r"gave no answer within 0.05 seconds; ask again later"):
        Client(replace(LOCAL, retries=1)).get(hasty, expects="xlsx")
    assert len(server.seen) == 2


def test_an_answer_that_never_ends_in_time_is_left(endpoint: Endpoint, server: ReplayServer):
    server.play(SBTI, Reply(200, b"PK", XLSX, endless=True))
    with pytest.raises(FetchFailed, match="needs more than 0 seconds for one answer"):
        Client(replace(LOCAL, deadline=0)).get(endpoint, expects="xlsx")


def test_a_host_gets_its_pause(
    endpoint: Endpoint, server: ReplayServer, monkeypatch: pytest.MonkeyPatch
):
    slept: list[float] = []
    clock = SimpleNamespace(sleep=slept.append, monotonic=time.monotonic)
    monkeypatch.setattr("orchestration.fetch.client.time", clock)
    server.play(SBTI, Reply(200, BOOK, XLSX))
    client = Client(Manners(pause=30))
    client.get(endpoint, expects="xlsx")
    assert slept == []
    client.get(endpoint, expects="xlsx")
    assert len(slept) == 1 and 29 < slept[0] <= 30


def test_a_file_is_asked_whether_it_changed(case: FetchCase):
    case.server.play(SBTI, stored(BOOK, etag='"one"'))
    assert case.fetch("sbti_companies").state == "new"
    same = case.fetch("sbti_companies", days=7)
    assert (same.state, same.path.name) == ("unchanged", "companies_2030-05-02.xlsx")
    assert case.server.seen[1].headers["if-none-match"] == '"one"'
    case.server.play(SBTI, stored(BOOK, etag='"two"'))  # another mark, the same bytes
    assert case.fetch("sbti_companies", days=14).state == "unchanged"
    case.server.play(SBTI, stored(BOOK + b"more", etag='"two"'))
    case.server.play(SBTI, stored(BOOK + b"more", etag='"three"'))
    assert case.fetch("sbti_companies", days=21).path.name == "companies_2030-05-23.xlsx"
    assert len(case.files()) == 4 and case.spooled() == []


def test_a_file_that_is_gone_is_not_asked_whether_it_changed(case: FetchCase):
    case.server.play(SBTI, stored(BOOK, etag=None, last_modified="Wed, 01 May 2030 00:00:00 GMT"))
    found = case.fetch("sbti_companies")
    assert case.fetch("sbti_companies").state == "unchanged"
    assert "if-modified-since" in case.server.seen[1].headers
    found.path.unlink()
    assert case.fetch("sbti_companies").state == "new"


@pytest.mark.parametrize(
    ("version", "ranges", "asked"),
    [('"one"', True, True), ('"one"', False, True), ('W/"one"', True, False), (None, True, False)],
    ids=["resumed", "range ignored", "weak mark", "no mark"],
)
def test_a_file_cut_off_is_resumed_or_begun_anew(
    case: FetchCase, version: str | None, ranges: bool, asked: bool
):
    whole = stored(BOOK, etag=version, ranges=ranges)
    case.server.play(SBTI, stored(BOOK, etag=version, cut_after=100_000), whole)
    found = case.fetch("sbti_companies")
    assert (found.state, found.path.read_bytes()) == ("new", BOOK)
    again = case.server.seen[1].headers
    assert ("range" in again) == asked
    if "range" in again:
        assert (again["range"], again["if-range"]) == (f"bytes={CHUNK}-", '"one"')
    assert case.spooled() == []


def test_a_part_of_another_version_is_forgotten(case: FetchCase):
    case.server.play(SBTI, stored(BOOK, etag='"one"', cut_after=70_000))
    assert "in the middle of its answer" in case.refusal("sbti_companies")
    assert "part" in case.spooled()
    other = BOOK[:-1] + b"!"
    case.server.play(SBTI, stored(other, etag='"two"'))
    assert case.fetch("sbti_companies").path.read_bytes() == other


def test_a_workbook_that_is_none(case: FetchCase):
    case.server.play(SBTI, Reply(200, b"id,name\n", XLSX))
    assert "answered no workbook (begins 'id,name')" in case.refusal("sbti_companies")
    case.server.play(SBTI, Reply(206, BOOK, XLSX))  # a part that nobody asked for
    assert "answered with status 206" in case.refusal("sbti_companies")


@pytest.mark.parametrize(
    ("size", "outcome"),
    [(916, "not_published"), (496, "too many requests"), (97, "n/a"), (65, "leads elsewhere")],
)
def test_pages_of_a_size_that_says_what_they_are(
    endpoint: Endpoint, server: ReplayServer, size: int, outcome: str
):
    server.play(SBTI, page_of("x", size))
    try:
        found = Client(LOCAL).get(endpoint, expects="html").state
    except (FetchFailed, FetchRefused) as error:
        found = str(error)
    assert outcome in found


def test_a_missing_period_may_be_one_that_is_not_published(
    endpoint: Endpoint, server: ReplayServer
):
    answer = Client(LOCAL).get(endpoint, expects="html", missing_is_unpublished=True)
    assert (answer.state, answer.content) == ("not_published", b"")


def test_a_proxy_that_does_not_answer_is_named(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("NETZERO_ENDPOINT_SBTI", raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(HostUnreachable, match="cannot be reached: the proxy does not answer"):
        Client(LOCAL).get(endpoint, expects="xlsx")
    assert transport.proxies_for("http://127.0.0.1:1/") == {}


@pytest.mark.parametrize(
    "value", ["http://example.org", "ftp://127.0.0.1", "https://", "https://u:p@example.org"]
)
def test_only_this_machine_may_be_asked_without_encryption(
    value: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NETZERO_ENDPOINT_SBTI", value)
    with pytest.raises(SettingWrong, match="NETZERO_ENDPOINT_SBTI"):
        base_url("sbti")
