"""Dagster without a browser: three parts as children of one command, schedules on.

Belongs here: their environment, starting, watching and ending them. Does not: definitions, what
brings the service back after a failure (docs/deploy).

The code server holds the definitions and starts runs; webserver and daemon ask it. (Each could load
the definitions by itself, but the daemon does so anew every minute.) No part is restarted in
silence: when one ends, the others are ended too and the command fails, so that whatever runs it
(systemd, a container engine) says so and starts all of them.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from orchestration import dev
from orchestration.errors import RunStopped
from orchestration.locking import held
from orchestration.settings import ROOT

LOOPBACK = ("127.0.0.1", "::1", "localhost")
NAME = "netzero_tw"
CODE = ["dagster", "api", "grpc", "-m", "orchestration.definitions", "--location-name", NAME]
# What a service has and a person at a keyboard has not; what the environment says stays.
OF_A_SERVICE = {"NETZERO_SCHEDULES": "on", "NETZERO_DATA": "newest"}
PATIENCE = 30  # seconds for a part, and the run it may be in, to end by itself


class AlreadyServed(RunStopped):
    """Another process serves this DAGSTER_HOME."""


def options(arguments: list[str]) -> argparse.Namespace:
    """Host and port. Ends with a usage line for anything else."""
    parser = argparse.ArgumentParser(prog="python3 -m orchestration serve")
    parser.add_argument("--host", default="127.0.0.1", help="default: this machine alone")
    parser.add_argument("--port", default="3000", type=int)
    parser.add_argument("--read-only", action="store_true", help="nothing can be started there")
    return parser.parse_args(arguments)


def run(arguments: list[str]) -> int:
    """Serve until SIGTERM or SIGINT; 0 then, 1 if a part ended by itself.

    Raises AlreadyServed if another process serves the same home.
    """
    asked = options(arguments)
    for line in told(asked):
        print(line, flush=True)
    os.environ.update(environment(os.environ))
    home = Path(os.environ["DAGSTER_HOME"])
    with held(home / ".serve.lock", AlreadyServed(f"{home} is served by another process already.")):
        prepare()
        with TemporaryDirectory(prefix="netzero_") as folder:  # for this user alone
            place = place_of_code(Path(folder))
            parts = commands(asked, Path(folder) / "workspace.yaml", place)
            return supervise(parts, dict(os.environ), ready=lambda: answers(place))


def told(asked: argparse.Namespace) -> list[str]:
    """What is said at the start."""
    lines = [f"Dagster at http://{asked.host}:{asked.port}, schedules on; SIGTERM ends it."]
    if asked.host not in LOOPBACK:
        lines.append(
            f"WARNING: {asked.host} can be reached from other machines, and Dagster has no"
            " password: whoever reaches it can start runs and read every page. Put a proxy with a"
            " password in front, or use --read-only."
        )
    return lines


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """The environment of a service: that of `dev`, schedules on, what was landed is used."""
    return {**dev.environment(), **{name: env.get(name) or v for name, v in OF_A_SERVICE.items()}}


def prepare() -> None:
    """Parse the project as it is now, and end runs that a service before this one left behind."""
    from dagster import DagsterInstance

    from orchestration import dbt, history, settings

    dbt.run(settings.load(), "parse", "--quiet")
    with DagsterInstance.get() as instance:
        for run_id in history.end_left_over(instance):
            print(f"Run {run_id} was cut off with the service before; it counts as failed.")


def place_of_code(folder: Path) -> dict[str, str | int]:
    """Where the code server listens: a socket in `folder`; on Windows a free port of this machine.

    The workspace file beside it tells the other parts.
    """
    place: dict[str, str | int] = {"socket": str(folder / "code")}
    if os.name == "nt":
        with socket.create_server((LOOPBACK[0], 0)) as free:
            place = {"host": LOOPBACK[0], "port": free.getsockname()[1]}
    origin = {"grpc_server": {**place, "location_name": NAME}}
    text = yaml.safe_dump({"load_from": [origin]})
    (folder / "workspace.yaml").write_text(text, encoding="utf-8")
    return place


def answers(place: Mapping[str, str | int]) -> bool:
    """Whether somebody listens there."""
    try:
        if "socket" in place:
            with socket.socket(socket.AF_UNIX) as asking:
                asking.connect(str(place["socket"]))
        else:
            socket.create_connection((str(place["host"]), int(place["port"])), 1).close()
    except OSError:
        return False
    return True


def commands(
    asked: argparse.Namespace, workspace: Path, place: Mapping[str, str | int]
) -> dict[str, list[str]]:
    """The command of each part, the one first that the others ask."""
    start = [sys.executable, "-m", "orchestration.service_process"]
    where = [text for name, value in place.items() for text in (f"--{name}", str(value))]
    of = ["--workspace", str(workspace)]
    web = ["dagster_webserver", *of, "--host", asked.host, "--port", str(asked.port)]
    return {
        "code server": [*start, *CODE, *where],
        "webserver": [*start, *web, *(["--read-only"] if asked.read_only else [])],
        "daemon": [*start, "dagster._daemon", "run", *of],
    }


def supervise(
    parts: dict[str, list[str]],
    env: dict[str, str],
    ready: Callable[[], bool] = lambda: True,
) -> int:
    """Run all parts until a signal (0) or until one of them ends (1); none is left behind.

    The others are started when the first is `ready`.
    """
    over = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: over.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    running: dict[str, subprocess.Popen] = {}
    waiting = list(parts)
    try:
        while True:
            if waiting and (not running or ready()):
                name = waiting.pop(0)
                running[name] = start(parts[name], env)
            elif over.wait(0.5):
                print("Ending Dagster.", flush=True)
                return 0
            if ended := [name for name, p in running.items() if p.poll() is not None]:
                print(
                    f"Dagster's {ended[0]} ended by itself with {running[ended[0]].returncode}; the"
                    " other parts are ended too. See above; the last release stands.",
                    file=sys.stderr,
                    flush=True,
                )
                return 1
    finally:
        for process in reversed(running.values()):
            end(process)
        for number, handler in before.items():
            signal.signal(number, handler)


def start(command: list[str], env: dict[str, str]) -> subprocess.Popen:
    """Start a part."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=env,
        stdin=subprocess.PIPE,  # closed by our death, which ends the part
        start_new_session=os.name != "nt",  # Ctrl-C reaches us alone, and its children
    )


def end(process: subprocess.Popen, patience: float = PATIENCE) -> None:
    """End a part and everything it started."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    if os.name != "nt":  # code servers and runs of this part
        last = time.monotonic() + patience
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
            while time.monotonic() < last:
                os.killpg(process.pid, 0)
                time.sleep(0.1)
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    process.stdin.close()
