"""`dev`: what it says, its home, and the browser. Dagster itself is not started here.

Belongs here: dev.py. Does not: the definitions (test_dagster).
"""

import hashlib
import http.server
import threading
from pathlib import Path

import pytest
import yaml

from orchestration import dev


@pytest.fixture
def server():
    """Something that answers, as Dagster does once it is ready."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/server_info" else 404)
            self.end_headers()

        def log_message(self, *args):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.mark.parametrize("screen", [True, False])
def test_the_browser_opens_when_it_answers(
    server: str,
    screen: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
):
    monkeypatch.setattr(dev, "has_screen", lambda: screen)
    shown: list[str] = []
    dev.open_when_ready(server, threading.Event(), shown.append, patience=10)
    assert f"Dagster is ready: {server}" in capsys.readouterr().out
    assert shown == ([server] if screen else [])


def test_nothing_opens_when_dagster_has_ended(capsys: pytest.CaptureFixture):
    over = threading.Event()
    over.set()
    dev.open_when_ready("http://127.0.0.1:1", over, pytest.fail)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "port"),
    [([], "3000"), (["-p", "4000"], "4000"), (["--port=4001"], "4001"), (["--port", "5"], "5")],
)
def test_the_address_follows_the_port(arguments: list[str], port: str):
    assert dev.port_of(arguments) == port


def test_history_stays_in_a_home_without_telemetry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONWARNINGS", "default")
    told = dev.environment()
    instance = yaml.safe_load((tmp_path / "home" / "dagster.yaml").read_text())
    assert instance["telemetry"] == {"enabled": False}
    assert told["DAGSTER_HOME"] == str(tmp_path / "home")
    assert told["PYTHONWARNINGS"].startswith("default,ignore:")
    own = "telemetry: {enabled: false}\nnux: {enabled: true}\n"
    (tmp_path / "home" / "dagster.yaml").write_text(own)  # the user's own settings stay
    dev.environment()
    assert (tmp_path / "home" / "dagster.yaml").read_text() == own


def test_settings_that_an_older_version_copied_are_replaced(tmp_path: Path):
    older = "# as it was once copied\ntelemetry: {enabled: false}\n"
    (tmp_path / "dagster.yaml").write_text(older, encoding="utf-8", newline="\n")
    dev.settle(tmp_path)
    assert (tmp_path / "dagster.yaml").read_text() == older, "nobody knows it"
    sha256 = hashlib.sha256(older.encode()).hexdigest()
    dev.settle(tmp_path, older={sha256})
    assert "run_monitoring" in (tmp_path / "dagster.yaml").read_text()
    assert all(len(known) == 64 for known in dev.OLDER_INSTANCES)
