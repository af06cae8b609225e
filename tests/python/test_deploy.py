"""The service without a browser: two parts that live and die together, and the files around it.

Belongs here: serve.py, service_process.py, docs/deploy, telemetry of every tool. Does not: what the
service runs (test_dagster*).
"""

import configparser
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import yaml

from orchestration import bootstrap, cli, dev, serve, telemetry
from orchestration.locking import held
from orchestration.settings import ROOT

DEPLOY = ROOT / "docs" / "deploy"
SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
SERVES = [
    sys.executable,
    "-m",
    "orchestration.service_process",
    "http.server",
    "0",
    "--bind",
    "127.0.0.1",
]
SUPERVISOR = """
import os, sys
from orchestration import serve
print(serve.supervise({"a": %r, "b": %r}, dict(os.environ)), flush=True)
"""


def variables() -> dict[str, str]:
    """Names and values of the example environment."""
    lines = (DEPLOY / "netzero.env.example").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("=", 1) for line in lines if line and not line.startswith("#")]
    return dict(pairs)


def unit() -> configparser.ConfigParser:
    found = configparser.ConfigParser(interpolation=None, delimiters=["="])
    found.optionxform = str
    found.read(DEPLOY / "netzero.service", encoding="utf-8")
    return found


def until(condition, seconds: float = 30) -> bool:
    """Whether something came true in time."""
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def supervisor():
    """A process that supervises two parts that would go on for ever; ended with the test."""
    parts = (SERVES, SERVES)
    process = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR % parts],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    of = psutil.Process(process.pid)
    assert until(lambda: sum(bool(p.net_connections()) for p in of.children()) == 2)
    children = of.children(recursive=True)
    yield process, children
    for each in children:
        if each.is_running():
            each.kill()
    process.kill()
    process.communicate()


def test_when_one_part_ends_the_other_is_ended_and_the_command_fails(
    capsys: pytest.CaptureFixture,
):
    ends = [sys.executable, "-c", "import sys; sys.exit(0)"]
    assert serve.supervise({"webserver": SLEEPS, "daemon": ends}, dict(os.environ)) == 1
    assert "Dagster's daemon ended by itself with 0; the other parts" in capsys.readouterr().err
    mine = [p for p in psutil.Process().children() if "time.sleep(60)" in p.cmdline()]
    assert mine == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_both_parts_and_is_no_failure(supervisor, number: signal.Signals):
    process, children = supervisor
    process.send_signal(number)
    printed, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    lines = printed.splitlines()
    assert "Ending Dagster." in lines
    assert lines[-1] == "0"
    assert until(lambda: not any(p.is_running() for p in children))


def test_a_command_that_is_killed_takes_its_parts_with_it(supervisor):
    process, children = supervisor
    process.kill()
    assert until(lambda: not any(p.is_running() for p in children))


@pytest.mark.skipif(os.name == "nt", reason="a port there")
def test_the_other_parts_wait_for_the_one_that_they_ask(
    tmp_path: Path, capsys: pytest.CaptureFixture
):
    place = serve.place_of_code(tmp_path)
    (origin,) = yaml.safe_load((tmp_path / "workspace.yaml").read_text("utf-8"))["load_from"]
    assert origin["grpc_server"].items() >= place.items()
    assert not serve.answers(place)
    listens = (
        "import socket, sys, time; s = socket.socket(socket.AF_UNIX); time.sleep(1);"
        f" s.bind({str(place.get('socket'))!r}); s.listen(); time.sleep(60)"
    )
    asks = f"import os, sys; sys.exit(not os.path.exists({str(place.get('socket'))!r}))"
    parts = {"first": [sys.executable, "-c", listens], "second": [sys.executable, "-c", asks]}
    serve.supervise(parts, dict(os.environ), lambda: serve.answers(place))
    assert "second ended by itself with 0" in capsys.readouterr().err


def test_it_listens_on_this_machine_unless_told_otherwise():
    alone = serve.options([])
    assert alone.host == "127.0.0.1"
    assert not any("WARNING" in line for line in serve.told(alone))
    command = serve.commands(alone, Path("w.yaml"), {"socket": "s"})["webserver"]
    assert command[command.index("--host") + 1] == "127.0.0.1"
    open_to_all = serve.told(serve.options(["--host", "0.0.0.0", "--port", "80"]))
    assert "no password" in open_to_all[1].replace("\n", " ")
    with pytest.raises(SystemExit):
        serve.options(["--hots", "0.0.0.0"])


def test_a_service_schedules_and_reads_the_newest_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    told = serve.environment({})
    assert (told["NETZERO_SCHEDULES"], told["NETZERO_DATA"]) == ("on", "newest")
    told = serve.environment({"NETZERO_SCHEDULES": "off", "NETZERO_DATA": "embedded"})
    assert (told["NETZERO_SCHEDULES"], told["NETZERO_DATA"]) == ("off", "embedded")
    assert "NETZERO_SCHEDULES" not in dev.environment()


def test_one_home_is_served_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("DAGSTER_HOME", *serve.OF_A_SERVICE):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # put back afterwards
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    monkeypatch.setattr(serve, "prepare", lambda: pytest.fail("another one serves it"))
    with held(tmp_path / ".serve.lock", RuntimeError()), pytest.raises(serve.AlreadyServed):
        serve.run([])


def test_the_unit_is_hardened_and_names_a_command_that_exists():
    service = unit()["Service"]
    *python, command = service["ExecStart"].split()
    assert python == ["/usr/bin/python3", "-m", "orchestration"]
    assert command in bootstrap.COMMANDS
    assert command in cli.COMMANDS
    assert service["User"] == "netzero"
    for name in ("NoNewPrivileges", "PrivateTmp", "ProtectHome", "RestrictSUIDSGID"):
        assert service[name] == "yes", name
    assert service["ProtectSystem"] == "strict"
    assert service["Restart"] == "on-failure"
    # all that it writes lies in the one folder that it may write
    home = f"/var/lib/{service['StateDirectory']}/"
    paths = {n: v for n, v in variables().items() if v}
    assert set(paths) == {"DAGSTER_HOME", *NAMES_OF_PATHS}
    assert all(value.startswith(home) for value in paths.values())


NAMES_OF_PATHS = (
    "NETZERO_LANDING",
    "NETZERO_LANDED",
    "NETZERO_PUBLISH_DIR",
    "NETZERO_BUILD_DB",
    "NETZERO_TEMP_DIR",
    "DBT_TARGET_PATH",
    "DBT_LOG_PATH",
)


def test_the_composition_is_hardened_and_names_a_command_that_exists():
    (service,) = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))["services"].values()
    assert service["command"][0] in cli.COMMANDS
    assert serve.options(service["command"][1:]).host == "0.0.0.0"
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["user"].split(":")[0] != "0"
    recipe = (ROOT / service["build"]["dockerfile"]).read_text("utf-8")
    assert set(service["build"]["args"]) <= set(re.findall(r"^ARG (\w+)", recipe, re.MULTILINE))
    (mounted,) = [v.split(":")[1] for v in service["volumes"]]
    assert all(v.startswith(mounted + "/") for v in variables().values() if v)
    assert service["user"].split(":")[0] in recipe, "the volume belongs to that user"


def test_secrets_are_named_empty_and_never_part_of_an_image_or_a_commit():
    assert (variables()["NETZERO_MOENV_KEY"], variables()["NETZERO_WEBHOOK"]) == ("", "")
    for name in (".gitignore", ".containerignore"):
        assert "docs/deploy/netzero.env" in (ROOT / name).read_text("utf-8")
    documented = (ROOT / "orchestration" / "README.md").read_text("utf-8")
    assert [name for name in variables() if f"`{name}`" not in documented] == []


def test_no_tool_reports_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    for name in telemetry.OFF:
        monkeypatch.setenv(name, "true")
    assert dict(telemetry.OFF).items() <= dev.environment().items()
    assert cli.main(["rollback", "no such release"]) == 1
    assert {name: os.environ[name] for name in telemetry.OFF} == telemetry.OFF
    project = yaml.safe_load((ROOT / "dbt_project.yml").read_text("utf-8"))
    assert project["flags"]["send_anonymous_usage_stats"] is False


@pytest.mark.parametrize("there", ["", "{}\n", "run_queue: {max_concurrent_runs: 2}\n"])
def test_a_home_of_ones_own_gets_the_line_that_switches_telemetry_off(tmp_path: Path, there: str):
    (tmp_path / "dagster.yaml").write_text(there, encoding="utf-8")
    dev.settle(tmp_path)
    found = yaml.safe_load((tmp_path / "dagster.yaml").read_text("utf-8"))
    assert found == {**(yaml.safe_load(there) or {}), "telemetry": {"enabled": False}}
    before = (tmp_path / "dagster.yaml").read_bytes()
    dev.settle(tmp_path)
    assert (tmp_path / "dagster.yaml").read_bytes() == before
