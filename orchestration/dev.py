"""Opens Dagster in the browser.

Belongs here: its home, what is said while it starts, the browser. Does not: definitions.
"""

import os
import subprocess
import sys
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Callable
from pathlib import Path

from orchestration.settings import ROOT

# The command it names, `dg dev`, is another package that brings nothing needed here.
SUPERSEDED = "ignore:Function `dev_command` is superseded"


def run(arguments: list[str]) -> int:
    """Run Dagster until it is ended; returns its exit code."""
    url = f"http://127.0.0.1:{port_of(arguments)}"
    print("Dagster is starting; it reads the dbt project first, which takes up to a minute.")
    print(f"It will be at {url}; Ctrl-C ends it.", flush=True)
    over = threading.Event()
    threading.Thread(target=open_when_ready, args=(url, over), daemon=True).start()
    command = [sys.executable, "-m", "dagster", "dev", "-m", "orchestration.definitions"]
    try:
        done = subprocess.run([*command, *arguments], check=False, cwd=ROOT, env=environment())
    finally:
        over.set()
    return done.returncode


def environment() -> dict[str, str]:
    """The environment for Dagster: history in .dagster, one writer on the candidate at a time."""
    home = Path(os.environ.get("DAGSTER_HOME") or ROOT / ".dagster")
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "dagster.yaml").exists():
        instance = ROOT / "orchestration" / "dagster.yaml"
        (home / "dagster.yaml").write_bytes(instance.read_bytes())
    programs = str(Path(sys.executable).parent)
    warnings = [os.environ["PYTHONWARNINGS"]] if os.environ.get("PYTHONWARNINGS") else []
    return {
        **os.environ,
        "DAGSTER_HOME": str(home),
        "PATH": os.pathsep.join([programs, os.environ.get("PATH", "")]),
        "PYTHONWARNINGS": ",".join([*warnings, SUPERSEDED]),
    }


def port_of(arguments: list[str]) -> str:
    """The port among Dagster's arguments, or its default."""
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name in ("-p", "--port"):
            return value if equals else arguments[at + 1] if at + 1 < len(arguments) else "3000"
    return "3000"


def open_when_ready(
    url: str,
    over: threading.Event,
    show: Callable[[str], object] = webbrowser.open,
    patience: float = 300,
) -> None:
    """Say so and open the browser, if this machine has a screen, as soon as Dagster answers."""
    last = time.monotonic() + patience
    while time.monotonic() < last and not over.wait(0.5):
        try:
            urllib.request.urlopen(f"{url}/server_info", timeout=2).close()
        except OSError:
            continue
        print(f"Dagster is ready: {url}", flush=True)
        if has_screen():
            show(url)
        return


def has_screen() -> bool:
    """Whether a browser could show itself; else a text browser would take over the terminal."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in screens)
