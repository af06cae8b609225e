"""Text of unknown origin in what others open: terminal, page, Markdown, SQL, spreadsheet.

Belongs here: escaping at each way out. Does not: what may come in (test_landing_hostile.py).
"""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from conftest import gate_of, settings_in
from orchestration import cli, wording
from orchestration.checks import report
from orchestration.checks.baseline import Baseline
from orchestration.errors import LandingRefused
from orchestration.files import sql_file
from orchestration.settings import ROOT

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }}"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def test_what_acts_on_a_terminal_is_escaped() -> None:
    assert wording.printable("a\x1b[2J\u202e甲\n\udcff") == r"a\x1b[2J\u202e甲\n\udcff"
    assert wording.lines("a\n\x07b") == "a\n\\x07b"
    assert wording.printable("甲 乙\u3000×") == "甲 乙\u3000×"


def test_a_long_sentence_keeps_its_end() -> None:
    short = wording.shortened("begins " + "x" * 5_000 + " Nothing was loaded from it.")
    assert len(short) == wording.LONGEST
    assert short.startswith("begins x") and short.endswith(" Nothing was loaded from it.")


def test_a_refusal_of_the_command_line_is_escaped(capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(settings, arguments) -> None:
        raise LandingRefused("x\x1b[2J.csv is none")

    monkeypatch.setitem(cli.COMMANDS, "land", stop)
    assert cli.main(["land"]) == 1
    assert capsys.readouterr().err == "\nx\\x1b[2J.csv is none\n"


def test_a_table_of_dagster_shows_what_is_there() -> None:
    text = wording.as_markdown("![x](http://y) <b>&amp;</b> `_*a*_`")
    assert text == r"\!\[x\](http://y) \<b\>\&amp;\</b\> \`\_\*a\*\_\`"


def test_the_quality_page_escapes_names_and_values(handmade) -> None:
    gate = gate_of(handmade, success=False)
    row = replace(
        gate.results[0],
        table_name=HOSTILE,
        column_name=HOSTILE,
        observed=HOSTILE,
        unexpected_sample=HOSTILE,
        reason=HOSTILE,
        file_name=HOSTILE,
    )
    page = report.render(replace(gate, results=[row], accepted_drift=HOSTILE))
    assert "<script" not in page and "<img" not in page
    assert page.count("&lt;script&gt;alert(1)") >= 6
    assert "{{ 7*7 }}" in page  # shown, not computed


@pytest.mark.parametrize("folder", ["a[b]", "*", "what?", "it's", '"', "甲 乙"])
def test_a_path_is_no_pattern_and_no_sql(tmp_path: Path, folder: str) -> None:
    """The file beside it, which the pattern would find, is not read."""
    for name, value in ((folder, 1), ("ab", 2), ("axb", 3)):
        path = tmp_path / name / "x.parquet"
        path.parent.mkdir()
        duckdb.sql(f"select {value} as found").write_parquet(str(path))
    found = duckdb.sql(f"from read_parquet({sql_file(tmp_path / folder / 'x.parquet')})")
    assert found.fetchall() == [(1,)]


def test_the_release_before_is_read_below_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "p[1]'s"
    folder.mkdir()
    settings = replace(settings_in(tmp_path), publish_dir=folder)
    marts = folder / "marts"
    marts.mkdir()
    duckdb.sql("select 1 as found").write_parquet(str(marts / "fct_thing.parquet"))
    (folder / "manifest.json").write_text("{}")
    with duckdb.connect() as connection:
        before = Baseline(connection, settings, folder)
        assert connection.sql(f"from {before.parquet('fct_thing')}").fetchall() == [(1,)]


def test_no_template_begins_a_cell_with_a_formula() -> None:
    for path in (ROOT / "docs" / "templates").rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert [c for c in cells if c.startswith(FORMULAS)] == [], path


def test_only_published_text_is_written_as_a_table_for_spreadsheets() -> None:
    """The archive and what is fetched, as the publisher wrote it: it is the evidence.

    Whoever adds another writer has to take the formulas out of what it writes (decision 30).
    """
    writers = (
        "csv.writer",
        "DictWriter",
        "to_csv",
        "to_excel",
        "Workbook(",
        "format csv",
        '.xlsx"',
    )
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "orchestration").rglob("*.py")
        if path.parent.name not in ("fetch", "connectors")
        and any(word in path.read_text(encoding="utf-8") for word in writers)
    }
    assert found <= {"orchestration/landing/store.py", "orchestration/landing/intake.py"}
