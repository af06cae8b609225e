"""Making the environment: when it is made, from which lock, by which installer, and what is said.

Belongs here: bootstrap.py and installers.py, with packages made here. Does not: the commands.
"""

import base64
import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from orchestration import bootstrap, installers
from orchestration.installers import in_venv
from orchestration.settings import ROOT


def fake_venv(folder: Path) -> Path:
    """A directory that passes for a working .venv: its python is a link to this one."""
    python = in_venv(folder, "python")
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return folder


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "requirements.txt"
    path.write_text("dbt-core==1.11.16 --hash=sha256:00\n")
    return path


def test_the_bootstrap_needs_nothing_installed():
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import orchestration.bootstrap"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def test_no_environment_is_absent(tmp_path: Path, lock: Path):
    assert bootstrap.state_of(tmp_path / ".venv", [lock]) == "absent"


def test_an_environment_is_ready_until_the_lock_changes(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    assert bootstrap.state_of(venv, [lock]) == "outdated"
    bootstrap.write_stamp(venv, lock)
    assert bootstrap.state_of(venv, [lock]) == "ready"
    lock.write_text("dbt-core==1.11.17 --hash=sha256:00\n")
    assert bootstrap.state_of(venv, [lock]) == "outdated"


def test_a_ready_environment_is_not_started_to_see_it(
    tmp_path: Path, lock: Path, monkeypatch: pytest.MonkeyPatch
):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", lambda *a, **k: pytest.fail("a process was started"))
        assert bootstrap.state_of(venv, [lock]) == "ready"
    in_venv(venv, "python").write_text("#!/bin/sh\nexit 1\n")  # another interpreter
    assert bootstrap.state_of(venv, [lock]) == "broken"


@pytest.mark.parametrize(
    ("installed", "satisfied"),
    [
        (bootstrap.CORE, {"build", "land", "gate", "publish", "rollback"}),
        (bootstrap.DAGSTER, {"build", "land", "gate", "publish", "rollback", "dev"}),
        (bootstrap.DEV, {"build", "land", "gate", "publish", "rollback", "dev", "test"}),
    ],
)
def test_which_lock_satisfies_which_command(tmp_path: Path, installed: str, satisfied: set[str]):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, ROOT / installed)
    for command in ("build", "land", "gate", "publish", "rollback", "dev", "test"):
        expected = "ready" if command in satisfied else "outdated"
        assert bootstrap.state_of(venv, bootstrap.locks_for(command)) == expected, command


def pins(name: str) -> set[str]:
    """Names and versions in a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^[a-z][\w.\-]*(?:\[\w+\])?==[\w.]+", text, re.MULTILINE))


def test_a_bigger_lock_holds_every_pin_of_the_smaller():
    core, dagster, dev = (pins(n) for n in (bootstrap.CORE, bootstrap.DAGSTER, bootstrap.DEV))
    assert len(core) > 20
    without_extras = [{re.sub(r"\[\w+\]", "", pin) for pin in found} for found in (core, dagster)]
    assert without_extras[0] <= without_extras[1]
    assert dagster <= dev
    assert not [pin for pin in core if pin.startswith(("dagster", "pytest", "ruff"))]


def test_a_build_needs_no_package_of_another_lock():
    modules = "cli, pipeline, landing, inputs, summary, publish.release, publish.complete"
    code = "".join(f"import orchestration.{name.strip()}; " for name in modules.split(","))
    code += "import sys; print([m for m in ('dagster', 'pytest', 'sqlfluff') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_an_interrupted_installation_is_made_anew(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    (venv / "installing").touch()
    assert bootstrap.state_of(venv, [lock]) == "broken"


def test_a_moved_environment_is_made_anew(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    venv.rename(tmp_path / "renamed")
    assert bootstrap.state_of(tmp_path / "renamed", [lock]) == "broken"


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path, lock: Path):
    venv = fake_venv(tmp_path / ".venv")
    bootstrap.write_stamp(venv, lock)
    in_venv(venv, "python").unlink()
    in_venv(venv, "python").symlink_to("/nowhere/python3.11")
    assert bootstrap.state_of(venv, [lock]) == "broken"


def test_without_any_installer_the_package_is_named():
    with pytest.raises(installers.SetupFailed, match="apt install python3-venv"):
        installers.require_ensurepip(present=False)


@pytest.mark.parametrize(
    ("system", "path"), [("posix", "bin/python"), ("nt", "Scripts/python.exe")]
)
def test_where_programs_are(system: str, path: str, monkeypatch: pytest.MonkeyPatch):
    venv = Path(".venv")
    monkeypatch.setattr(os, "name", system)
    place = in_venv(venv, "python")
    monkeypatch.undo()
    assert place.as_posix() == f".venv/{path}"


def test_where_a_process_cannot_be_replaced_its_exit_code_is_ours(monkeypatch: pytest.MonkeyPatch):
    command = [sys.executable, "-c", "import os, sys; sys.exit(int(os.environ['CODE']))"]
    monkeypatch.setattr(bootstrap.os, "execve", lambda *a: pytest.fail("the process was replaced"))
    monkeypatch.setattr(bootstrap.os, "name", "nt")
    run = subprocess.run

    def as_posix(*args, **options):
        monkeypatch.setattr(bootstrap.os, "name", "posix")  # subprocess looks at it, too
        return run(*args, **options)

    monkeypatch.setattr(bootstrap.subprocess, "run", as_posix)
    assert bootstrap.hand_over(command, {"CODE": "7", "PATH": os.environ["PATH"]}) == 7


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one package, made here: `netzero_probe` 1.0 with one module."""
    folder = tmp_path_factory.mktemp("wheels")
    info = "netzero_probe-1.0.dist-info"
    files = {
        "netzero_probe.py": "answer = 42\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: netzero_probe\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
        record += f"{name},sha256={digest.decode()},{len(text)}\n"
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    with zipfile.ZipFile(folder / "netzero_probe-1.0-py3-none-any.whl", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return folder


@pytest.fixture
def venv(tmp_path: Path, wheels: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty environment, and a pip that is told by its settings to use the folder alone."""
    for name in [n for n in os.environ if n.startswith(("PIP_", "UV_"))]:
        monkeypatch.delenv(name)
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nno-index = true\nfind-links = {wheels}\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    # with a pip to ask for its settings: the environment of the tests may have none
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "v")], check=True)
    return tmp_path / "v"


@pytest.fixture
def probe(tmp_path: Path, wheels: Path) -> Path:
    (wheel,) = wheels.iterdir()
    path = tmp_path / "lock.txt"
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    path.write_text(f"netzero-probe==1.0 \\\n    --hash=sha256:{digest}\n")
    return path


def answer(venv: Path) -> str:
    code = "import netzero_probe; print(netzero_probe.answer)"
    command = [str(in_venv(venv, "python")), "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def no_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installers, "find_uv", lambda venv: None)


def test_uv_installs_by_the_settings_of_pip(venv: Path, probe: Path):
    uv = installers.find_uv(venv)
    assert uv, "the lock of the tests has uv"
    installers.install_with_uv(uv, venv, probe)
    assert answer(venv) == "42"


def test_pip_installs_where_there_is_no_uv(
    venv: Path, probe: Path, monkeypatch: pytest.MonkeyPatch
):
    no_uv(monkeypatch)
    installers.install(venv, probe, say=lambda text: None)
    assert answer(venv) == "42"


def test_a_pip_is_made_where_there_is_none(
    venv: Path, probe: Path, monkeypatch: pytest.MonkeyPatch
):
    no_uv(monkeypatch)
    monkeypatch.setattr(installers, "version", lambda name: "20.0")  # too old to help another one
    installers.install(venv, probe, say=lambda text: None)
    assert answer(venv) == "42"
    assert installers.find_pip(venv)[0] == str(in_venv(venv, "python"))


def test_pip_takes_over_where_uv_fails(
    venv: Path, probe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    broken = fake_venv(tmp_path / "broken") / "bin" / "python"
    broken.write_text("#!/bin/sh\necho 'cannot execute binary file'\nexit 126\n")
    monkeypatch.setattr(installers, "find_uv", lambda venv: [str(broken)])
    said: list[str] = []
    installers.install(venv, probe, said.append)
    assert answer(venv) == "42"
    assert said[0].startswith("uv could not do it") and said[0].endswith("trying pip")


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_another_file_than_the_locked_one_is_refused_and_not_tried_again(
    venv: Path, probe: Path, installer: str, monkeypatch: pytest.MonkeyPatch
):
    probe.write_text(re.sub("sha256:.*", "sha256:" + "0" * 64, probe.read_text()))
    if installer == "pip":
        no_uv(monkeypatch)
    else:
        monkeypatch.setattr(installers, "install_with_pip", lambda *a: pytest.fail("pip was tried"))
    with pytest.raises(installers.SetupFailed, match="differs from the one in the lock"):
        installers.install(venv, probe, say=lambda text: None)


def test_a_failed_installation_leaves_a_sentence_and_no_stamp(venv: Path, tmp_path: Path):
    lock = tmp_path / "requirements.txt"
    lock.write_text("no-such-package-of-netzero==1.0 --hash=sha256:" + "0" * 64 + "\n")
    with pytest.raises(installers.SetupFailed, match="package index cannot be reached"):
        bootstrap.install(venv, lock, bootstrap.Progress())
    assert bootstrap.state_of(venv, [lock]) == "broken"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "differs from the one in the lock"),
        ("error: Hash mismatch for `x==1.0`", "differs from the one in the lock"),
        ("NewConnectionError: Failed to establish", "package index cannot be reached"),
        ("error: Failed to fetch: `https://example.org`", "package index cannot be reached"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("something else", "could not be installed"),
    ],
)
def test_failures_are_told_apart(output: str, sentence: str):
    assert sentence in installers.explain(output)


def test_settings_of_pip_are_what_uv_is_told(venv: Path, tmp_path: Path):
    """From files and variables; what is set for uv itself wins."""
    (tmp_path / "pip.conf").write_text(
        "[global]\nindex-url = https://one.example/simple\n"
        "extra-index-url =\n    https://two.example/simple\n    file:///three\n"
        "cert = /etc/ours.pem\ntimeout = 15\n[install]\nfind-links = /wheels /more\n"
    )
    environment = {
        "PIP_CONFIG_FILE": str(tmp_path / "pip.conf"),
        "PIP_TIMEOUT": "60",
        "PIP_PROXY": "http://proxy.example:3128",
        "UV_FIND_LINKS": "/mine",
        "PATH": os.environ["PATH"],
    }
    settings = installers.pip_settings(installers.find_pip(venv), environment)
    told = installers.uv_environment(settings, environment)
    assert {name: told[name] for name in sorted(told) if name not in environment} == {
        "ALL_PROXY": "http://proxy.example:3128",
        "SSL_CERT_FILE": "/etc/ours.pem",
        "UV_DEFAULT_INDEX": "https://one.example/simple",
        "UV_HTTP_TIMEOUT": "60",
        "UV_INDEX": "https://two.example/simple file:///three",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_NATIVE_TLS": "true",
        "UV_NO_PROGRESS": "true",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "true",
    }
    assert told["UV_FIND_LINKS"] == "/mine"
