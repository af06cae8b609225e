"""How a request reaches a publisher: certificates, retries, proxies, and no secret in any text.

Belongs here: the session and what it may write into a log. Does not: what is asked (client.py).
"""

import logging
import os
import re
import ssl
import tomllib
from functools import cache
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

import certifi
import requests
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.util import Retry, create_urllib3_context

from orchestration.errors import SettingWrong
from orchestration.fetch.manners import Manners
from orchestration.settings import ROOT, is_loopback

BUNDLE = "REQUESTS_CA_BUNDLE"
AGAIN = (429, 500, 502, 503, 504)  # throttled, or ill for a moment
_IN_A_URL = re.compile(r"((?:api_?key|token|secret)=)[^&\s\"'<>)\\]+", re.IGNORECASE)
_LOGGERS = ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry")


class Redaction(logging.Filter):
    """Takes secrets out of every text: sentences, and what urllib3 logs of an address."""

    def __init__(self) -> None:
        super().__init__()
        self._secrets: set[str] = set()

    def learn(self, secret: str) -> None:
        """From now on this text, also percent-encoded, is shown as ***."""
        self._secrets |= {secret, quote(secret, safe=""), quote_plus(secret)}

    def text(self, text: str) -> str:
        """The text without secrets."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, "***")
        return _IN_A_URL.sub(r"\1***", text)

    def is_in(self, content: bytes) -> bool:
        """Whether a secret stands in these bytes."""
        return any(secret.encode() in content for secret in self._secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without secrets."""
        record.msg, record.args = self.text(record.getMessage()), ()
        return True


REDACTION = Redaction()


def redact_logs() -> None:
    """What urllib3 logs of an address goes through the redaction first; again does nothing."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(REDACTION)


def trust_bundle() -> str:
    """certifi's authorities, or those of REQUESTS_CA_BUNDLE (a company's own proxy).

    Raises SettingWrong if that is no file.
    """
    named = os.environ.get(BUNDLE)
    if named and not os.path.isfile(named):
        raise SettingWrong(f"{BUNDLE} is {named!r}, and no file is there.")
    return named or certifi.where()


@cache
def tls_context(bundle: str) -> ssl.SSLContext:
    """Certificates and host names are verified, by the authorities of `bundle` alone.

    The chains of Taiwan's government lack a Subject Key Identifier, which Python 3.13 refuses by
    its flag of strict reading; that flag is taken off and nothing else. Raises SettingWrong if the
    bundle holds no certificate.
    """
    context = create_urllib3_context()
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    try:
        context.load_verify_locations(cafile=bundle)
    except ssl.SSLError:
        raise SettingWrong(f"{BUNDLE} is {bundle!r}, which holds no certificate.") from None
    return context


class Adapter(HTTPAdapter):
    """Requests' adapter with our TLS context, directly and through a proxy."""

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """The host, and the context in place of requests' own."""
        host, tls = super().build_connection_pool_key_attributes(request, verify, cert)
        tls.pop("ca_certs", None)
        return host, {**tls, "ssl_context": tls_context(trust_bundle())}


def session(manners: Manners) -> requests.Session:
    """A session that retries, verifies, follows no redirect by itself and sends no login."""
    made = requests.Session()
    made.trust_env = False  # no .netrc; proxies come from `proxies_for`
    retry = Retry(
        total=manners.retries,
        connect=min(2, manners.retries),
        other=0,
        status_forcelist=AGAIN,
        allowed_methods=None,  # a POST here is a form that asks
        backoff_factor=manners.backoff,
        backoff_max=manners.backoff_max,
        retry_after_max=manners.retry_after_max,
        raise_on_status=False,
    )
    adapter = Adapter(max_retries=retry)
    made.mount("https://", adapter)
    made.mount("http://", adapter)
    made.headers["User-Agent"] = user_agent()
    redact_logs()
    return made


@cache
def user_agent() -> str:
    """Who asks: the project and its version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"{project['name']}/{project['version']} (open-data warehouse; reads once a day at most)"


def proxies_for(url: str) -> dict[str, str]:
    """The proxies of the environment; none for this machine."""
    host = urlsplit(url).hostname or ""
    return {} if is_loopback(host) else get_environ_proxies(url)
