"""The command `fetch`: every endpoint asked, then what came landed through its contract.

Belongs here: the order, what is printed, the exit code. Does not: a single endpoint (connectors).
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from orchestration import disk, landing
from orchestration.errors import (
    FetchFailed,
    FetchRefused,
    HostUnreachable,
    KeyMissing,
    SettingWrong,
)
from orchestration.fetch import aside, spool
from orchestration.fetch.client import Client
from orchestration.fetch.endpoints import Endpoint, connector, endpoints, of_dataset
from orchestration.fetch.manners import LOCAL, POLITE
from orchestration.fetch.spool import NEW, Fetched
from orchestration.landing.contract import Contract, load_all
from orchestration.settings import Settings, base_url, is_loopback

Say = Callable[[str], None]
Failure = tuple[str, FetchFailed | FetchRefused]  # the endpoint, and what went wrong


def client_for(endpoint: Endpoint) -> Client:
    """A client with the manners due to the host: a server on this machine needs no rest."""
    base = base_url(endpoint.connector)
    local = base is not None and is_loopback(urlsplit(base).hostname or "")
    return Client(LOCAL if local else POLITE)


def fetch_one(
    settings: Settings,
    endpoint: Endpoint,
    client: Client,
    *,
    now: datetime,
    period: str | None = None,
) -> Fetched:
    """Fetch one endpoint into the landing folder.

    Raises FetchFailed, FetchRefused (also for a period of an endpoint that has none), or
    DiskRefused where the folder cannot be written.
    """
    if period is not None and "{period}" not in endpoint.file:
        raise FetchRefused(
            f"{endpoint.endpoint}: {period} was asked for, and the publisher gives the newest state"
            " alone. The last release stands."
        )
    with (
        disk.told(settings.landing_dir),
        spool.opened(settings.landing_dir, endpoint) as opened,
    ):
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

    An endpoint that fails does not stop the others. Once all were asked, raises what the first one
    failed with (FetchFailed or FetchRefused), after saying the others. Raises SettingWrong for a
    dataset that has no endpoint.
    """
    found, failed = _ask(settings, _endpoints_of([dataset]), now, period, say)
    for _, error in failed[1:]:
        say(str(error))
    if failed:
        raise failed[0][1]
    return found


def run(settings: Settings, arguments: list[str], say: Say = print) -> int:
    """Fetch the datasets named (default: all), then land what lies in their folders.

    Returns 1 if an endpoint failed or was refused, or landing refused a file. Raises SettingWrong
    for a dataset that has no endpoint.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    asked = _endpoints_of(arguments or sorted({each.dataset for each in endpoints()}))
    _, failed = _ask(settings, asked, now, None, say)
    refused = _land(settings, {each.dataset for each in asked}, now, say)
    if failed:
        say(f"\n{len(failed)} not fetched:")
    for sentence in _said_once(failed):
        say(f"  {sentence}")
    return 1 if failed or refused else 0


def _ask(
    settings: Settings, asked: list[Endpoint], now: datetime, period: str | None, say: Say
) -> tuple[list[Fetched], list[Failure]]:
    """Every endpoint once; one whose host could not be reached before is not asked."""
    found: list[Fetched] = []
    failed: list[Failure] = []
    offline: dict[str, HostUnreachable] = {}
    clients: dict[str, Client] = {}
    for endpoint in asked:
        client = clients.setdefault(endpoint.connector, client_for(endpoint))
        host = urlsplit(endpoint.address).netloc
        try:
            if host in offline:
                raise offline[host]
            found.append(fetch_one(settings, endpoint, client, now=now, period=period))
            say(line(found[-1]))
        except (FetchFailed, FetchRefused) as error:
            failed.append((endpoint.endpoint, error))
            if isinstance(error, HostUnreachable):
                offline[host] = error
    return found, failed


def _said_once(failed: list[Failure]) -> Iterator[str]:
    """The sentences; one that holds for several endpoints is said once, and names them."""
    shared: dict[str, list[str]] = {}
    for name, error in failed:
        if isinstance(error, HostUnreachable):
            shared.setdefault(f"no connection: {error} The last release stands.", []).append(name)
        elif isinstance(error, KeyMissing):
            shared.setdefault(error.remedy, []).append(name)
        else:
            yield str(error)
    for sentence, names in shared.items():
        yield f"{', '.join(names)}: {sentence}"


def _endpoints_of(datasets: list[str]) -> list[Endpoint]:
    """The endpoints of datasets, in their order. Raises SettingWrong, naming what there is."""
    unknown = [name for name in datasets if not of_dataset(name)]
    if unknown:
        known = ", ".join(sorted({each.dataset for each in endpoints()}))
        raise SettingWrong(f"Nothing can be fetched for {', '.join(unknown)}; there are: {known}.")
    return [each for name in dict.fromkeys(datasets) for each in of_dataset(name)]


def _land(settings: Settings, datasets: set[str], now: datetime, say: Say) -> int:
    here = settings.landing_dir
    contracts = [
        contract
        for contract in load_all()
        if contract.dataset in datasets
        and any(path for pattern in contract.files for path in here.glob(pattern))
    ]
    if not contracts:
        return 0
    return land(settings, contracts, now, say)


def land(settings: Settings, contracts: list[Contract], now: datetime, say: Say) -> int:
    """Land what the landing folder holds of some contracts; returns 1 if a file was refused.

    A file that was refused goes aside once a newer answer of its publisher has landed; the others
    are then looked at again.
    """
    here, landed = settings.landing_dir, settings.landed_dir
    refused = landing.run(here, landed, say, contracts, now)
    moved = refused and aside.set_aside(
        settings, [each for contract in contracts for each in of_dataset(contract.dataset)]
    )
    for sentence in moved or ():
        say(sentence)
    return landing.run(here, landed, say, contracts, now) if moved else refused


def line(done: Fetched) -> str:
    """One endpoint in one line."""
    rows = f"{done.rows:>9,} rows" if done.rows is not None else " " * 14
    where = f"  {done.path.name}" if done.state == NEW and done.path else ""
    return f"{done.endpoint:<24}{rows}  {done.requests:>4} requests  {done.state}{where}"
