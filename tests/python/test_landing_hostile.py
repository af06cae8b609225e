"""Each fault of a hostile file that a person should be told of, with its sentence.

Belongs here: limits, links, archives, notes, one planted fault each. Does not: the seeded run over
all contracts (test_mutants.py), numbers (test_landing_numbers.py).
"""

import io
import json
import os
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from conftest import run_cli, settings_in
from landing_case import Case, ghg_header, ghg_rows
from mutants_archive import SHEET, member, rezipped
from orchestration import drops, sensors
from orchestration.landing import intake, limits
from orchestration.landing.contract import load_all
from orchestration.settings import ROOT

GHG = "moenv_ghg_p_01/ghg_p_01_2030-05-01.csv"
AGAIN = "Download it again. Nothing was loaded from it."


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def rows(*more: str) -> str:
    return ghg_header() + ghg_rows(range(3)) + "".join(more)


def workbook(*table: list) -> bytes:
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


BATTERIES = ["site_id", "place", "capacity_kwh"]


def storage(*rows: list) -> bytes:
    return workbook(BATTERIES, *rows)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (rows("x" * 200_000 + "\n"), r"a cell of row 5: more than 131,072, and the limit is"),
        (rows("," * 1_000 + "\n"), r"cells of line 5: 1,001, and the limit is 1,000\. This is not"),
        (ghg_header()[:-1] + ",c" * 10**6 + "\n", r"cells of line 1: 1,000,021, and the limit is"),
        (rows()[:-1], r"the file ends within row 3, which has no line end; it may be cut off\."),
        (rows()[:-30], r"the file ends within row 3, which has 10 of 21 cells; it may be cut off"),
        (
            rows().replace("102,12345678", '102,"12345678', 2).replace(
                '102,"12345678', "102,12345678", 1
            ).replace("102,12345678,甲乙化工,0001,X0000002", '102,12345678",甲乙化工,0001,X0000002'),
            r"a cell of row 2 holds 1 line break\(s\) and \d+ commas, as 2 rows would: a quotation",
        ),
        (rows("x\0y\n"), r"byte \d+ \(0x00\) is in no text\. The file is damaged or in UTF-16;"),
        (rows().encode("utf-16"), r"byte \d+ \(0x00\) is in no text\. .* Save it as UTF-8\."),
        (rows().encode().replace("乙".encode(), b"\xff\xff", 1), r"byte \d+ \(0x..\) fits none of"),
        (rows(ghg_rows(range(3, 4))[:-1] + ",\n"), r"1 of 4 rows, the first is row 4, have more"),
    ],
)  # fmt: skip
def test_a_text_that_is_refused(case: Case, content: str | bytes, sentence: str):
    case.put(GHG, content)
    assert re.match(re.escape(f"{GHG}: ") + r"(.* )?" + sentence, case.refusal()), case.printed


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda r: "[" * 100_000, "values stand in each other hundreds of levels deep; expected"),
        (lambda r: json.dumps({"records": r, "total": "many"}), "the declared total is 'many';"),
        (lambda r: json.dumps(r)[:-2] + ', "co2": "2"}]', 'a record has the column "co2" twice,'),
        (lambda r: json.dumps([r[0] | {"co2": [1]}]), "a record holds a list where a value was"),
    ],
)
def test_a_json_that_is_refused(case: Case, change, sentence: str):
    names = ghg_header().strip("\ufeff\n").split(",")
    records = [dict(zip(names, r.split(","), strict=True)) for r in ghg_rows(range(2)).splitlines()]
    name = GHG.replace(".csv", ".json")
    case.put(name, change(records))
    assert case.refusal().startswith(f"{name}: {sentence}")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1e999", "DQ16"), ("NaN", "DQ16"), ("Infinity", "DQ16"), ("=1+1", "DQ16"), ("٣x", "DQ16"),
        ("\x1b[2J", "DQ06"),
    ],
)  # fmt: skip
def test_a_cell_that_is_quarantined(case: Case, cell: str, expected: str):
    case.put(GHG, rows().replace("石化,1,", f"石化,{cell},", 1))
    case.land()
    assert case.quarantine() == [(1, expected, "co2", cell)]
    assert "\x1b" not in case.query("select reason from _quarantine")[0][0]
    assert case.query("select landed_count, accepted_count, quarantined_count from _files") == [
        (3, 2, 1)
    ]


def test_a_header_in_the_middle_is_not_a_row(case: Case):
    case.put("storage_site.csv", "site_id,place,capacity_kwh\na,x,1\nsite_id,place,capacity_kwh\n")
    case.land()
    assert case.quarantine() == [(2, "DQ19", "site_id", "site_id")]


def test_two_columns_of_one_period(case: Case):
    """Both would fill 2023, and the last one would have won."""
    case.put(
        "fuel_coal_by_plant_year/plant_coal_2030.csv",
        "管制編號,廠名,公司全名,事業統編,業別,縣市,wgs84經度,wgs84緯度,座標來源,用煤量2023,用煤量2023\n"
        "A1234567,x,x,12345678,x,x,120,23,x,5,7\n",
    )
    assert 'column "用煤量2023" there twice' in case.refusal()


XML = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BAD_BOOKS = {
    "formula": (
        lambda: storage(["a", "x", "=1+1"]),
        "cell C2 holds a formula without a result (1 such cell(s)). Open it in a spreadsheet,",
    ),
    "checksum": (
        lambda: (
            storage(["a", "x", 1]).replace(b"PK\x01\x02", b"PK\x01\x02", 1)[:-500] + b"\0" * 500
        ),
        "not a complete workbook (File is not a zip file). " + AGAIN,
    ),
    "number": (
        lambda: rezipped(
            storage(["a", "x", 7]),
            {SHEET: member(storage(["a", "x", 7])).replace(b"<v>7</v>", b"<v>seven</v>")},
        ),
        "not a complete workbook. " + AGAIN,
    ),
    "entities": (
        lambda: rezipped(
            storage(["a", "x", 7]), {"xl/styles.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}
        ),
        "xl/styles.xml declares a document type, which no workbook does;",
    ),
    "order": (
        lambda: rezipped(
            storage(["a", "x", 7]),
            {SHEET: member(storage(["a", "x", 7])).replace(b'r="A2"', b'r="ZZ2"')},
        ),
        "cell B2 stands behind a later one, or twice.",
    ),
    "far row": (
        lambda: rezipped(
            storage(["a", "x", 7]),
            {SHEET: member(storage(["a", "x", 7])).replace(b'<row r="2"', b'<row r="999999999"')},
        ),
        "row 999999999 stands behind row 1; rows are numbered upwards, to 1,048,576.",
    ),
    "wide": (
        lambda: storage(["a"] * 1_001),
        "cells of row 2: 1,001, and the limit is 1,000.",
    ),
    "password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "this is a workbook with a password, or one of Excel before 2007.",
    ),
    "two names": (
        lambda: _twice(storage(["a", "x", 7])),
        f"the archive holds {SHEET} twice. " + AGAIN,
    ),
}


def _twice(content: bytes) -> bytes:
    made = io.BytesIO(content)
    with pytest.warns(UserWarning), zipfile.ZipFile(made, "a") as archive:
        archive.writestr(SHEET, f"<worksheet {XML}/>")
    return made.getvalue()


@pytest.mark.parametrize("what", BAD_BOOKS)
def test_a_workbook_that_is_refused(case: Case, what: str):
    make, sentence = BAD_BOOKS[what]
    case.put("storage_site.xlsx", make())
    assert case.refusal().startswith(f"storage_site.xlsx: {sentence}")


def test_two_sheets_with_the_same_header(case: Case):
    book = openpyxl.load_workbook(io.BytesIO(storage(["a", "x", 1])))
    book.create_sheet("2025").append(BATTERIES)
    content = io.BytesIO()
    book.save(content)
    case.put("storage_site.xlsx", content.getvalue())
    assert case.refusal() == (
        "storage_site.xlsx: 2 sheets have the header of storage_site, and one of them would be"
        " read. Keep one, or save each as a file. Nothing was loaded from it."
    )


def test_an_archive_that_unpacks_to_gigabytes(case: Case):
    """Ten megabytes of zeros stand for gigabytes: nothing is unpacked before it is refused."""
    case.put(
        "storage_site.xlsx", rezipped(storage(["a", "x", 1]), {"xl/x.bin": b"\0" * 11 * 10**6})
    )
    assert "xl/x.bin unpacked against packed: 1,0" in case.refusal()
    case.landing.joinpath("storage_site.xlsx").unlink()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(limits, "UNPACKED_BYTES", 5_000)
        case.put("storage_site.xlsx", storage(["a", "x", 1]))
        assert re.search(r"its size unpacked: [\d,]+ bytes, and the limit is 5,000", case.refusal())


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda p: p.symlink_to("/etc/hostname"),
            "a link that leads out of the landing folder, to",
        ),
        (lambda p: p.symlink_to("nowhere"), "it leads nowhere. Nothing was loaded from it."),
        (lambda p: p.symlink_to(p), "it leads in a circle. Nothing was loaded from it."),
        (os.mkfifo, "this is a named pipe, not a file. Nothing was loaded from it."),
        (Path.mkdir, "this is a folder, not a file. Nothing was loaded from it."),
    ],
)
def test_what_is_no_file(case: Case, make, sentence: str):
    make(case.landing / "storage_site.csv")
    assert case.refusal().startswith(f"storage_site.csv: {sentence}")


def test_a_folder_that_leads_out_is_named_once_and_not_entered(case: Case, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "storage_site.csv").write_text("site_id,place,capacity_kwh\na,x,1\n")
    (case.landing / "linked").symlink_to(outside)
    assert case.refusal().startswith("linked: a link that leads out of the landing folder, to ")


def test_a_file_that_is_still_being_written(case: Case, monkeypatch: pytest.MonkeyPatch):
    path = case.put("storage_site.csv", "site_id,place,capacity_kwh\na,x,1\n")
    opened = os.fdopen

    def growing(descriptor: int, mode: str):
        with path.open("a") as file:
            file.write("b,x,2\n")
        return opened(descriptor, mode)

    monkeypatch.setattr(intake.os, "fdopen", growing)
    assert case.refusal() == (
        "storage_site.csv: it changed while it was read; land it again when it is complete."
        " Nothing was loaded from it."
    )


def test_a_name_that_acts_on_a_terminal(case: Case):
    case.put("storage_site\x1b[2J\u202e.csv", "site_id,place,capacity_kwh\na,x,1\n")
    assert case.refusal() == (
        r"storage_site\x1b[2J\u202e.csv: the name holds U+001B, which cannot be printed. Rename it."
        " Nothing was loaded from it."
    )


@pytest.mark.parametrize(
    "note",
    [
        "vintage_date: 2030-13-45", "!!python/object/apply:os.system ['id']", "a: &a [x]\nb: *a",
        "url: [a]", 'url: "javascript:alert(1)"', "retrieved_at: 5", "[" * 3000, "- a", "\x00",
        "vintage_date: 2030-01-01\nvintage_date: 2031-01-01",
    ],
)  # fmt: skip
def test_a_note_that_is_none(case: Case, note: str):
    case.put(GHG, rows())
    case.put(f"{GHG}.meta.yml", note)
    assert case.refusal() == (
        f"{GHG}.meta.yml: expected only vintage_date and retrieved_at as YYYY-MM-DD, and url."
        f" Nothing was loaded from {GHG}."
    )


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ("map: [a]", "`map` goes from a column of the file to one of the contract, both as text"),
        (
            "map: {a: b}\nwide: '(a+)+$'",
            "it knows no wide; valid are absent, dropped, fixed_values,",
        ),
        (
            "a: &a [x]\nb: *a",
            "it is not a mapping in YAML, each key once, without aliases and tags",
        ),
    ],
)
def test_a_mapping_that_is_none(case: Case, mapping: str, sentence: str):
    case.put("aqx_p_555/aqx_p_555_2030-05-01.csv", "a\n1\n")
    case.put("aqx_p_555/mapping.yml", mapping)
    assert case.refusal().startswith(f"aqx_p_555/mapping.yml: {sentence}")


def test_the_command_line_says_it_in_one_sentence(tmp_path: Path):
    """No traceback, exit code 1, nothing below NETZERO_LANDED but the empty lists."""
    settings = settings_in(tmp_path)
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "storage_site.xlsx").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    (inbox / "breaker_test\x1b[31m.csv").write_text("x\n")
    (inbox / "cbam_goods.csv").write_text("a," * 50_000)
    done = run_cli(settings, "land", str(inbox), root=ROOT)
    assert done.returncode == 1
    assert "3 file(s) refused:" in done.stdout
    assert "Traceback" not in done.stdout and "\x1b" not in done.stdout
    left = sorted(p.name for p in settings.landed_dir.rglob("*") if p.is_file())
    lists = ["_files.parquet", "_quarantine.parquet", "_repairs.parquet"]
    assert [name for name in left if name != ".landing.lock"] == lists


def test_a_look_at_the_folder_meets_the_same(case: Case):
    """The sensor's look: no name, note or link stops it, and Dagster can store what it tells."""
    folder = "etf_holdings/fund_list_2025-11"
    case.put(f"{folder}{'x' * 229}.csv", "x\n")
    case.put(f"{folder}\udcff.csv", "x\n")
    case.put(f"{folder}\x1b[2J.csv", "x\n")
    (case.landing / "etf_holdings" / "loop.csv").symlink_to("loop.csv")
    os.mkfifo(case.landing / f"{folder}.csv")
    first = drops.look(case.landing, case.landed, load_all(), {}, {})
    second = drops.look(case.landing, case.landed, load_all(), first.handled, first.moving)
    assert len(second.drops) == 3
    assert all(text.encode() and text.isprintable() for text in second.told)
    run = next(iter(sensors.requests_for(second.drops)))
    assert run.tags["netzero/because"].encode()
