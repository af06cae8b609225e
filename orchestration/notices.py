"""Telling somebody that a run failed or that something stands still: the log, and a webhook.

Belongs here: the text's way out. Does not: when and what is told (sensors.py).

The address of NETZERO_WEBHOOK is a secret: who knows it can write there. It is in no text, no log,
no metadata; what goes wrong with it is told by the kind of error alone.
"""

import os
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from orchestration.settings import SECRETS

VARIABLE = "NETZERO_WEBHOOK"
SECONDS = 10
LONGEST = 3000
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def tell(
    text: str,
    facts: Mapping[str, str] | None = None,
    *,
    log: Callable[[str], None],
    env: Mapping[str, str] | None = None,
) -> bool:
    """Write a notice to the log and send it to the webhook, if there is one.

    Returns whether it was delivered there. Never raises: a notice that does not arrive is no
    reason to stop.
    """
    env = os.environ if env is None else env
    text = without_secrets(text, env)[:LONGEST]
    log(text)
    address = env.get(VARIABLE)
    if not address:
        return False
    try:
        parts = urlsplit(address)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
            log(f"{VARIABLE} is no https address; the notice was not sent.")
            return False
        import requests  # slow to import, and most ticks tell nothing

        body = {"text": text, **(facts or {})}
        # a redirect would hand the text to whoever it names
        answer = requests.post(address, json=body, timeout=SECONDS, allow_redirects=False)
        if answer.status_code // 100 == 2:
            return True
        log(f"{VARIABLE} answered {answer.status_code}; the notice did not arrive.")
    except Exception as error:  # its text names the address
        log(f"{VARIABLE} was not reached ({type(error).__name__}); the notice did not arrive.")
    return False


def without_secrets(text: str, env: Mapping[str, str]) -> str:
    """The text with every secret of the environment blotted out."""
    for name in SECRETS:
        if env.get(name):
            text = text.replace(env[name], f"<{name}>")
    return text
