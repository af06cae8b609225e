"""How long we wait, how often we ask again, how much we take.

Belongs here: the numbers. Does not: acting on them (transport.py, client.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Manners:
    """Seconds and counts of the manner of asking.

    `pause` lies between two requests to one host; `deadline` is the most one answer may take.
    """

    pause: float = 1.0
    connect_timeout: float = 10.0
    deadline: float = 1800.0
    retries: int = 4
    backoff: float = 1.0
    backoff_max: float = 60.0
    retry_after_max: int = 120
    most_redirects: int = 5


POLITE = Manners()
# a replay server on this machine needs no rest
LOCAL = Manners(pause=0.0, connect_timeout=2.0, retries=2, backoff=0.01, retry_after_max=1)
