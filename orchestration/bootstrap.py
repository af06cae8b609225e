"""Makes the project's own environment, .venv, and hands the command over to it.

Belongs here: checking Python, creating .venv, installing the pinned lock. Does not: the commands
themselves (cli.py). Standard library only: this runs before anything is installed.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_PYTHON = (3, 11)
COMMANDS = {
    "build": "set up, build the warehouse, check it, publish it",
    "land": "read published files (a folder, or NETZERO_LANDING) into NETZERO_LANDED",
    "test": "set up, run all tests (further arguments go to pytest)",
    "gate": "check the candidate a plain `dbt build` left",
    "publish": "publish the candidate the gate passed",
    "rollback": "list the releases, or make the one named current again",
    "trace": "print what one published number rests on (trace <mart> <key> [column])",
    "dev": "open Dagster in the browser",
}
DEV_COMMANDS = ("test",)


class SetupFailed(Exception):
    """The environment could not be made; the message says what to do."""


def usage() -> str:
    """The commands, one per line."""
    lines = [f"  {name:<9}{what}" for name, what in COMMANDS.items()]
    return "\n".join(["usage: python3 -m orchestration <command>", *lines])


def require_ensurepip(present: bool) -> None:
    """Raise SetupFailed, naming the package, if this Python cannot make virtual environments."""
    if not present:
        raise SetupFailed(
            "This Python cannot make virtual environments (ensurepip is missing)."
            " On Debian or Ubuntu: apt install python3-venv"
        )


def locks_for(command: str) -> list[Path]:
    """The locks that satisfy a command, the one to install first; the dev lock includes the core."""
    core, dev = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
    return [dev] if command in DEV_COMMANDS else [core, dev]


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def venv_python(venv: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return venv / "bin" / "python"


def state_of(venv: Path, locks: list[Path]) -> str:
    """`absent`, `broken` (make it anew), `outdated` (install into it) or `ready`.

    Broken: its Python is too old or does not start, it has no pip, an installation into it was interrupted, or it was
    made at another path (its scripts name the path they were made at).
    """
    if not venv.exists():
        return "absent"
    stamp = read_stamp(venv)
    moved = stamp.get("location", str(venv)) != str(venv)
    if moved or (venv / "installing").exists() or not _starts(venv):
        return "broken"
    return "ready" if stamp.get("lock_sha256") in map(sha256_of, locks) else "outdated"


def _starts(venv: Path) -> bool:
    try:
        check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
        probe = [str(venv_python(venv)), "-c", check]
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
    (venv / "installed.json").write_text(json.dumps(stamp), encoding="utf-8")


def explain_pip_failure(output: str) -> str:
    """One sentence for pip's failure, from what it printed."""
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded package differs from the one in the lock, so it was not installed."
            " Try again; if it persists, the package index serves altered files."
        )
    unreachable = (
        "from versions: none",
        "NewConnectionError",
        "Failed to establish a new connection",
        "Temporary failure in name resolution",
        "ConnectTimeoutError",
        "ReadTimeoutError",
        "ProxyError",
        "SSLError",
        "Connection refused",
    )
    if any(sign in output for sign in unreachable):
        return (
            "The package index cannot be reached. Check the network, or the proxy and certificate"
            " settings of pip (`pip config list`), and run the command again."
        )
    if "No space left on device" in output:
        return "The disk is full; the environment needs about 1 GB."
    return "pip could not install the lock; its last lines are above."


class Progress:
    """Prints one line per step with the time since the start."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def say(self, text: str) -> None:
        """Print a line."""
        print(f"[{time.monotonic() - self.start:5.1f} s] {text}", flush=True)


def install(venv: Path, lock: Path, progress: Progress) -> None:
    """Install `lock` into `venv` with hashes checked. Raises SetupFailed if pip fails."""
    total = len(re.findall(r"^[A-Za-z0-9].*==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    progress.say(f"Installing {lock.name}, about {total} packages")
    (venv / "installing").touch()
    command = [str(venv_python(venv)), "-m", "pip", "install", "--require-hashes"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    lines, collected = [], 0
    with subprocess.Popen(
        [*command, "-r", str(lock)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout:
            lines.append(line)
            if line.startswith("Collecting"):
                collected += 1
                if collected % 25 == 0:
                    progress.say(f"  {collected} of about {total} packages found")
            elif line.startswith("Installing collected"):
                progress.say("  unpacking")
    if pip.returncode:
        print("".join(lines[-12:]), end="")
        raise SetupFailed(explain_pip_failure("".join(lines)))
    write_stamp(venv, lock)
    (venv / "installing").unlink()


def ensure_environment(command: str, venv: Path = VENV) -> None:
    """Make `venv` satisfy `command`, doing as little as possible. Raises SetupFailed."""
    locks, progress = locks_for(command), Progress()
    state = state_of(venv, locks)
    if state == "ready":
        return
    require_ensurepip(importlib.util.find_spec("ensurepip") is not None)
    if state == "broken":
        progress.say(f"{venv.name} is unfinished or was moved; making it anew")
        shutil.rmtree(venv) if venv.is_dir() and not venv.is_symlink() else venv.unlink()
    if state != "outdated":
        progress.say(f"Creating {venv}")
        made = subprocess.run([sys.executable, "-m", "venv", str(venv)], check=False)
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
    python = str(venv_python(VENV))
    sys.stdout.flush()
    os.execve(python, [python, "-m", "orchestration.cli", *arguments], environment)
