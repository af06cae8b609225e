"""Dagster without a browser: webserver and daemon as children of one command, schedules on.

Belongs here: their environment, starting, watching and ending them. Does not: definitions, what
brings the service back after a failure (docs/deploy).

Neither part is restarted in silence: when one ends, the other is ended too and the command fails,
so that whatever runs it (systemd, a container engine) says so and starts both.
"""

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from orchestration import dev
from orchestration.errors import RunStopped
from orchestration.locking import held
from orchestration.settings import ROOT

LOOPBACK = ("127.0.0.1", "::1", "localhost")
DEFINITIONS = ["-m", "orchestration.definitions"]
PARTS = {
    "webserver": ["dagster_webserver", *DEFINITIONS],
    "daemon": ["dagster._daemon", "run", *DEFINITIONS],
}
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
        return supervise(commands(asked), dict(os.environ))


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


def commands(asked: argparse.Namespace) -> dict[str, list[str]]:
    """The command of each part."""
    start = [sys.executable, "-m", "orchestration.service_process"]
    found = {name: [*start, *part] for name, part in PARTS.items()}
    found["webserver"] += ["--host", asked.host, "--port", str(asked.port)]
    found["webserver"] += ["--read-only"] if asked.read_only else []
    return found


def supervise(parts: dict[str, list[str]], env: dict[str, str]) -> int:
    """Run all parts until a signal (0) or until one of them ends (1); none is left behind."""
    over = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: over.set())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    running: dict[str, subprocess.Popen] = {}
    try:
        for name, command in parts.items():
            running[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=env,
                stdin=subprocess.PIPE,  # closed by our death, which ends the part
                start_new_session=os.name != "nt",  # Ctrl-C reaches us alone, and its children
            )
        while not over.wait(0.5):
            for name, process in running.items():
                if process.poll() is not None:
                    print(
                        f"Dagster's {name} ended by itself with {process.returncode}; the other"
                        " part is ended too. See above; the last release stands.",
                        file=sys.stderr,
                        flush=True,
                    )
                    return 1
        print("Ending Dagster.", flush=True)
        return 0
    finally:
        for process in running.values():
            end(process)
        for number, handler in before.items():
            signal.signal(number, handler)


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
