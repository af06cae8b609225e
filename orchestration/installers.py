"""Installs a lock into the environment: with uv where it runs, with pip otherwise.

Belongs here: the two installers, the settings they share, what their failures mean. Does not: when
to install (bootstrap.py). Standard library only: this runs before anything is installed.
"""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV_LOCK = ROOT / "requirements-installer.txt"
Say = Callable[[str], None]
# The lock is complete, so nothing is resolved; Python compiles what is used when it is used.
PIP_INSTALL = ["install", "--require-hashes", "--no-deps", "--no-compile"]
PIP_INSTALL += ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]

# pip's settings and the variables by which uv takes the same. A list is joined by its separator.
_FOR_UV = {
    "index-url": ("UV_DEFAULT_INDEX", None),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "no-index": ("UV_NO_INDEX", None),
    "cert": ("SSL_CERT_FILE", None),
    "client-cert": ("SSL_CLIENT_CERT", None),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "timeout": ("UV_HTTP_TIMEOUT", None),
    "default-timeout": ("UV_HTTP_TIMEOUT", None),
    "retries": ("UV_HTTP_RETRIES", None),
    "no-cache-dir": ("UV_NO_CACHE", None),
    "proxy": ("ALL_PROXY", None),
}


class SetupFailed(Exception):
    """The environment could not be made; the message says what to do."""


class HashesDiffer(SetupFailed):
    """A package is not the one in the lock; another installer would not help."""


def in_venv(venv: Path, name: str) -> Path:
    """A program inside a virtual environment, where this system keeps it."""
    return venv / "Scripts" / f"{name}.exe" if os.name == "nt" else venv / "bin" / name


def find_uv(venv: Path) -> list[str] | None:
    """How to call uv: the one on PATH, in this Python or in the environment; None without one."""
    found = shutil.which("uv")
    if found:
        return [found]
    if importlib.util.find_spec("uv"):
        return [sys.executable, "-m", "uv"]
    inside = in_venv(venv, "uv")
    return [str(inside)] if inside.exists() else None


def find_pip(venv: Path) -> list[str] | None:
    """How to call pip for the environment: its own, or that of this Python; None without one."""
    places = ("lib/python*/site-packages", "Lib/site-packages")
    if any(found for place in places for found in venv.glob(f"{place}/pip/__main__.py")):
        return [str(in_venv(venv, "python")), "-m", "pip"]
    try:
        major, minor = (int(part) for part in version("pip").split(".")[:2])
    except (PackageNotFoundError, ValueError):
        return None
    if (major, minor) < (22, 3):  # the first that installs into another environment
        return None
    return [sys.executable, "-m", "pip", "--python", str(in_venv(venv, "python"))]


def require_pip(venv: Path) -> list[str]:
    """How to call pip, which is put into the environment if there is none anywhere."""
    found = find_pip(venv)
    if found:
        return found
    require_ensurepip(importlib.util.find_spec("ensurepip") is not None)
    own = str(in_venv(venv, "python"))
    if subprocess.run([own, "-m", "ensurepip"], check=False, capture_output=True).returncode:
        raise SetupFailed("Python could not put pip into the virtual environment.")
    return [own, "-m", "pip"]


def require_ensurepip(present: bool) -> None:
    """Raise SetupFailed, naming the package, if there is no way to come by an installer."""
    if not present:
        raise SetupFailed(
            "This Python has neither uv nor pip, and cannot make one (ensurepip is missing)."
            " On Debian or Ubuntu: apt install python3-venv"
        )


def pip_settings(pip: list[str] | None, environment: dict[str, str]) -> dict[str, str]:
    """pip's settings, from its files and PIP_* variables; without a pip from the variables."""
    found: dict[str, str] = {}
    if pip:
        command = [*pip, "config", "list"]
        done = subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8", env=environment
        )
        for line in done.stdout.splitlines() if done.returncode == 0 else []:
            name, _, value = line.partition("=")
            section, _, key = name.rpartition(".")
            if section in ("global", "install"):
                found[key] = str(ast.literal_eval(value))
    for name, value in environment.items():
        if name.startswith("PIP_") and value:
            found[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return found


def uv_environment(settings: dict[str, str], environment: dict[str, str]) -> dict[str, str]:
    """`environment` with pip's settings as uv takes them; what uv is told already stays."""
    told = {
        # a lock with hashes decides what is installed, not the order of the indexes
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_NATIVE_TLS": "true",  # trust the certificates this system trusts, as pip does
        "UV_SYSTEM_CERTS": "true",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_NO_PROGRESS": "true",
    }
    for key, (variable, separator) in _FOR_UV.items():
        if settings.get(key):
            parts = settings[key].split()
            told[variable] = separator.join(parts) if separator else settings[key]
    return {**told, **environment}


def install(venv: Path, lock: Path, say: Say) -> None:
    """Install `lock` into `venv` with its hashes, by the fastest means that works here.

    Raises SetupFailed.
    """
    uv = find_uv(venv) or fetch_uv(venv)
    if uv:
        try:
            install_with_uv(uv, venv, lock)
            return
        except HashesDiffer:
            raise
        except (SetupFailed, OSError) as error:
            say(f"uv could not do it ({error}); trying pip")
    install_with_pip(venv, lock, say)


def fetch_uv(venv: Path) -> list[str] | None:
    """Install uv itself by its hash; None where this system has no uv or no pip to fetch it."""
    command = [*require_pip(venv), *PIP_INSTALL, "--only-binary", ":all:", "-r", str(UV_LOCK)]
    if subprocess.run(command, check=False, cwd=ROOT, capture_output=True).returncode:
        return None
    return find_uv(venv)


def install_with_uv(uv: list[str], venv: Path, lock: Path) -> None:
    """Install `lock`. Raises SetupFailed, or HashesDiffer."""
    settings = pip_settings(find_pip(venv), dict(os.environ))
    command = [*uv, "pip", "install", "--python", str(in_venv(venv, "python"))]
    done = subprocess.run(
        [*command, "--require-hashes", "-r", str(lock)],
        check=False,
        cwd=ROOT,
        env=uv_environment(settings, dict(os.environ)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise failure(done.stdout)


def packages_in(lock: Path) -> int:
    """How many packages a lock has, whatever the system."""
    return len(re.findall(r"^[A-Za-z0-9].*==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def install_with_pip(venv: Path, lock: Path, say: Say) -> None:
    """Install `lock`. Raises SetupFailed, or HashesDiffer."""
    total, lines, collected = packages_in(lock), [], 0
    with subprocess.Popen(
        [*require_pip(venv), *PIP_INSTALL, "-r", str(lock)],
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
                    say(f"  {collected} of about {total} packages found")
            elif line.startswith("Installing collected"):
                say("  unpacking")
    if pip.returncode:
        raise failure("".join(lines))


def failure(output: str) -> SetupFailed:
    """What went wrong, in one sentence, from what an installer printed; its end is shown."""
    print("".join(f"    {line}\n" for line in output.splitlines()[-12:]), end="")
    kind = HashesDiffer if "hash" in output.lower() and "match" in output.lower() else SetupFailed
    return kind(explain(output))


_UNREACHABLE = (
    "from versions: none",
    "NewConnectionError",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "SSLError",
    "Connection refused",
    "Failed to fetch",
    "error sending request",
    "dns error",
    "invalid peer certificate",
    "was not found in the package registry",
    "was not found in the provided package locations",
)


def explain(output: str) -> str:
    """One sentence for a failed installation, from what pip or uv printed."""
    if "DO NOT MATCH THE HASHES" in output or "Hash mismatch" in output:
        return (
            "A downloaded package differs from the one in the lock, so it was not installed."
            " Try again; if it persists, the package index serves altered files."
        )
    if any(sign in output for sign in _UNREACHABLE):
        return (
            "The package index cannot be reached. Check the network, or the proxy and certificate"
            " settings of pip (`pip config list`), and run the command again."
        )
    if "No space left on device" in output:
        return "The disk is full; the environment needs about 1 GB."
    return "The lock could not be installed; the last lines of the installer are above."
