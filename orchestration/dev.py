"""Opens Dagster in the browser.

Belongs here: its home, what is said while it starts, the browser. Does not: definitions, the
deployment without a browser (serve.py).
"""

import hashlib
import os
import subprocess
import sys
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Collection
from pathlib import Path

import yaml

from orchestration import telemetry
from orchestration.settings import ROOT

# The command it names, `dg dev`, is another package that brings nothing needed here.
SUPERSEDED = "ignore:Function `dev_command` is superseded"
# what older versions of this project copied there and nobody changed may be replaced
OLDER_INSTANCES = {
    "db12ac038a0a82a06630709acf63adbcb4ed8757acadd7c2b0e17e1f75f9420c",
    "1bec9cf5dd2117905558ad7e40f4a5b0b5a1b0726e1056ab9d5447d922262185",
    "0ae8eb3a851fdff685af27a07b4e178b1dad65b91d257ddd82fb6eedbb49d54e",
}
NO_TELEMETRY = "\n# added by netzero_tw: nothing is reported\ntelemetry: {enabled: false}\n"


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
    settle(home)
    programs = str(Path(sys.executable).parent)
    warnings = [os.environ["PYTHONWARNINGS"]] if os.environ.get("PYTHONWARNINGS") else []
    return {
        **os.environ,
        **telemetry.OFF,
        "DAGSTER_HOME": str(home),
        "PATH": os.pathsep.join([programs, os.environ.get("PATH", "")]),
        "PYTHONWARNINGS": ",".join([*warnings, SUPERSEDED]),
    }


def settle(home: Path, older: Collection[str] = OLDER_INSTANCES) -> None:
    """Put the instance settings into Dagster's home; settings that are there stay.

    Ones that say nothing about telemetry get the line that switches it off: Dagster reads that
    nowhere else.
    """
    home.mkdir(parents=True, exist_ok=True)
    there, ours = home / "dagster.yaml", ROOT / "orchestration" / "dagster.yaml"
    content = there.read_bytes() if there.exists() else None
    if content is None or hashlib.sha256(content).hexdigest() in older:
        there.write_bytes(ours.read_bytes())
    elif "telemetry" not in (found := yaml.safe_load(content) or {}):
        written = content + NO_TELEMETRY.encode() if found else NO_TELEMETRY.lstrip().encode()
        there.write_bytes(written)
        print(f"{there}: telemetry was not mentioned and is switched off.", flush=True)


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
