"""The command `fetch`: every endpoint asked, then what came landed through its contract.

Belongs here: the order, what is printed, the exit code. Does not: a single endpoint (connectors).
"""

from collections.abc import Callable
from datetime import UTC, datetime

from orchestration import landing
from orchestration.errors import FetchFailed, FetchRefused, HostUnreachable, SettingWrong
from orchestration.fetch import spool
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint, connector, endpoints, of_dataset
from orchestration.fetch.manners import LOCAL, POLITE
from orchestration.fetch.spool import NEW, Fetched
from orchestration.landing.contract import load_all
from orchestration.settings import Settings, base_url, is_loopback

Say = Callable[[str], None]


def client_for(endpoint: Endpoint) -> Client:
    """A client with the manners due to the host: a server on this machine needs no rest."""
    base = base_url(endpoint.connector)
    host = (base or "").removeprefix("http://").split("/")[0].rsplit(":", 1)[0]
    return Client(LOCAL if base and is_loopback(host) else POLITE)


def fetch_one(
    settings: Settings,
    endpoint: Endpoint,
    client: Client,
    *,
    now: datetime,
    period: str | None = None,
) -> Fetched:
    """Fetch one endpoint into the landing folder. Raises FetchFailed or FetchRefused."""
    with spool.opened(settings.landing_dir, endpoint) as opened:
        return connector(endpoint).fetch(endpoint, client, opened, now, period)


def fetch_dataset(
    settings: Settings,
    dataset: str,
    *,
    now: datetime,
    period: str | None = None,
    say: Say = print,
) -> list[Fetched]:
    """Fetch every endpoint of a dataset into the landing folder; nothing is landed.

    An endpoint that fails does not stop the others. Raises the first FetchFailed or FetchRefused,
    once all were asked; SettingWrong for a dataset that has no endpoint.
    """
    found: list[Fetched] = []
    failed: list[FetchFailed | FetchRefused] = []
    clients: dict[str, Client] = {}
    for endpoint in _endpoints_of([dataset]):
        client = clients.setdefault(endpoint.connector, client_for(endpoint))
        try:
            found.append(fetch_one(settings, endpoint, client, now=now, period=period))
            say(line(found[-1]))
        except (FetchFailed, FetchRefused) as error:
            say(str(error))
            failed.append(error)
    if failed:
        raise failed[0]
    return found


def run(settings: Settings, arguments: list[str], say: Say = print) -> int:
    """Fetch the datasets named (default: all), then land what lies in their folders.

    Returns 1 if an endpoint failed or was refused, or landing refused a file. Raises SettingWrong
    for a dataset that has no endpoint.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    asked = _endpoints_of(arguments or sorted({each.dataset for each in endpoints()}))
    failed: list[str] = []
    offline: dict[str, str] = {}
    clients: dict[str, Client] = {}
    for endpoint in asked:
        client = clients.setdefault(endpoint.connector, client_for(endpoint))
        host = endpoint.address.split("/")[2]
        if host in offline:
            continue
        try:
            say(line(fetch_one(settings, endpoint, client, now=now)))
        except HostUnreachable as error:
            offline[host] = str(error)
        except (FetchFailed, FetchRefused) as error:
            failed.append(str(error))
    datasets = {each.dataset for each in asked}
    refused = _land(settings, datasets, now, say)
    for sentence in failed:
        say(f"  {sentence}")
    if offline:
        say(f"No connection: {' '.join(offline.values())} The last release stands.")
    return 1 if failed or offline or refused else 0


def _endpoints_of(datasets: list[str]) -> list[Endpoint]:
    """The endpoints of datasets, in their order. Raises SettingWrong, naming what there is."""
    unknown = [name for name in datasets if not of_dataset(name)]
    if unknown:
        known = ", ".join(sorted({each.dataset for each in endpoints()}))
        raise SettingWrong(f"Nothing can be fetched for {', '.join(unknown)}; there are: {known}.")
    return [each for name in dict.fromkeys(datasets) for each in of_dataset(name)]


def _land(settings: Settings, datasets: set[str], now: datetime, say: Say) -> int:
    contracts = [contract for contract in load_all() if contract.dataset in datasets]
    if not settings.landing_dir.is_dir():
        return 0
    return landing.run(settings.landing_dir, settings.landed_dir, say, contracts, now)


def line(done: Fetched) -> str:
    """One endpoint in one line."""
    rows = f"{done.rows:>9,} rows" if done.rows is not None else " " * 14
    where = f"  {done.path.name}" if done.state == NEW and done.path else ""
    return f"{done.endpoint:<24}{rows}  {done.requests:>4} requests  {done.state}{where}"
