"""Makes the project's own environment, .venv, and hands the command over to it.

Belongs here: checking Python, creating .venv, choosing the pinned lock. Does not: installing it
(installers.py), the commands themselves (cli.py). Standard library only: this runs before anything
is installed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from orchestration import installers
from orchestration.installers import SetupFailed, in_venv

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
COMMANDS = {
    "build": "set up, build the warehouse, check it, publish it",
    "fetch": "fetch open data (all, or the datasets named) into NETZERO_LANDING, and land it",
    "land": "read published files (a folder, or NETZERO_LANDING) into NETZERO_LANDED",
    "test": "set up, run all tests (further arguments go to pytest)",
    "gate": "check the candidate a plain `dbt build` left",
    "publish": "publish the candidate the gate passed",
    "rollback": "list the releases, or make the one named current again",
    "trace": "print what one published number rests on (trace <mart> <key> [column])",
    "dev": "open Dagster in the browser",
    "serve": "run Dagster without a browser, schedules on (for a server)",
}
# Locks that satisfy a command, the one to install first; each holds every pin of the one before.
CORE, DAGSTER, DEV = (f"requirements{group}.txt" for group in ("", "-dagster", "-dev"))
LOCKS = {"dev": [DAGSTER, DEV], "serve": [DAGSTER, DEV], "test": [DEV]}


def usage() -> str:
    """The commands, one per line."""
    lines = [f"  {name:<9}{what}" for name, what in COMMANDS.items()]
    return "\n".join(["usage: python3 -m orchestration <command>", *lines])


def locks_for(command: str) -> list[Path]:
    """The locks that satisfy a command, the one to install first."""
    return [ROOT / name for name in LOCKS.get(command, [CORE, DAGSTER, DEV])]


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def state_of(venv: Path, locks: list[Path]) -> str:
    """`absent`, `broken` (make it anew), `outdated` (install into it) or `ready`.

    Broken: its Python is too old or does not start, an installation into it was interrupted, or it
    was made at another path (its scripts name the path they were made at).
    """
    if not venv.exists():
        return "absent"
    stamp = read_stamp(venv)
    moved = stamp.get("location", str(venv)) != str(venv)
    if moved or (venv / "installing").exists():
        return "broken"
    if stamp.get("python") != identity_of(venv) and not _starts(venv):
        return "broken"
    return "ready" if stamp.get("lock_sha256") in map(sha256_of, locks) else "outdated"


def identity_of(venv: Path) -> list | None:
    """Which interpreter the environment leads to; it need not be started to see it is the same."""
    try:
        found = in_venv(venv, "python").stat()
    except OSError:
        return None
    return [str(in_venv(venv, "python").resolve()), found.st_size, found.st_mtime_ns]


def _starts(venv: Path) -> bool:
    try:
        check = f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
        probe = [str(in_venv(venv, "python")), "-c", check]
        return subprocess.run(probe, check=False, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def read_stamp(venv: Path) -> dict:
    """What the last finished installation wrote down; empty if there was none."""
    try:
        return json.loads((venv / "installed.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_stamp(venv: Path, lock: Path) -> None:
    """Note that `lock` is installed completely."""
    stamp = {"lock": lock.name, "lock_sha256": sha256_of(lock), "location": str(venv)}
    stamp["python"] = identity_of(venv)
    (venv / "installed.json").write_text(json.dumps(stamp), encoding="utf-8")


class Progress:
    """Prints one line per step with the time since the start."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def say(self, text: str) -> None:
        """Print a line."""
        print(f"[{time.monotonic() - self.start:5.1f} s] {text}", flush=True)


def install(venv: Path, lock: Path, progress: Progress) -> None:
    """Install `lock` into `venv` with hashes checked. Raises SetupFailed."""
    progress.say(f"Installing {lock.name}, about {installers.packages_in(lock)} packages")
    (venv / "installing").touch()
    installers.install(venv, lock, progress.say)
    write_stamp(venv, lock)
    (venv / "installing").unlink()


def ensure_environment(command: str, venv: Path = VENV) -> None:
    """Make `venv` satisfy `command`, doing as little as possible. Raises SetupFailed."""
    locks, progress = locks_for(command), Progress()
    state = state_of(venv, locks)
    if state == "ready":
        return
    if state == "broken":
        progress.say(f"{venv.name} is unfinished or was moved; making it anew")
        shutil.rmtree(venv) if venv.is_dir() and not venv.is_symlink() else venv.unlink()
    if state != "outdated":
        progress.say(f"Creating {venv}")
        made = subprocess.run(
            [sys.executable, "-m", "venv", "--without-pip", str(venv)], check=False
        )
        if made.returncode:
            raise SetupFailed("Python could not create the virtual environment; see above.")
    install(venv, locks[0], progress)
    progress.say("Environment ready")


def main(arguments: list[str]) -> int:
    """Check the command, make the environment, and replace this process by the real command."""
    if not arguments or arguments[0] not in COMMANDS:
        asked_for_help = bool(arguments) and arguments[0] in ("-h", "--help", "help")
        print(usage(), file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        ensure_environment(arguments[0])
    except SetupFailed as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted; run the same command again to go on.", file=sys.stderr)
        return 130
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH")}
    os.chdir(ROOT)
    return hand_over(
        [str(in_venv(VENV, "python")), "-m", "orchestration.cli", *arguments], environment
    )


def hand_over(command: list[str], environment: dict[str, str]) -> int:
    """Become the command where the system can; else run it and return its exit code."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)
    # Windows would let us end before the command; and its pipes speak an older encoding
    return subprocess.run(command, check=False, env={"PYTHONUTF8": "1", **environment}).returncode
